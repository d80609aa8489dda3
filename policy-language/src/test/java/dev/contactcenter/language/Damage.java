package dev.contactcenter.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages texts as editors, transfers and attackers do: bytes, words, lines, pieces of another text, repetition. */
final class Damage {

    private static final String[] WORDS = {
        "[",
        "]",
        "{",
        "}",
        ": ",
        "- ",
        ", ",
        "&a ",
        "*a",
        "!!str ",
        "<<: ",
        "|\n",
        ">-\n",
        "'",
        "\"",
        "#",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "\t",
        "\r\n",
        "\u0000",
        "\uFEFF",
        "\uD83D\uDE00",
        "~",
        "null",
        "true",
        "off",
        "-1",
        "0x7fffffffffffffff",
        "1e999999999",
        ".inf",
        "9999999999999999999",
        "2026-02-30",
        "PT99999999999999H",
        "P1D",
        "when: ",
        "state: disabled\n",
        "actions: ['*']\n",
        "device.compliance != \"compliant\"",
        "network.zone == \"unknown\"",
        " && ",
        " || ",
        "!",
        "(",
        ")",
        "in [",
        ".exists(x, ",
        "? 1 : 2",
        "resource.tier >= 2",
        "now < timestamp(",
        "duration(\"5m\")",
        ".matches(\"(a+)+$\")",
        "'''",
        "\\u0041",
        "r\"",
        "9223372036854775808",
        "1.0/0.0",
        "has(user.id)",
        "limit: { maskFields: [a] }\n",
        "except:\n"
    };

    private final List<byte[]> texts;

    Damage(List<byte[]> texts) {
        this.texts = texts;
    }

    /** A text with one to four damages; the same for the same numbers. */
    byte[] of(Random random) {
        byte[] text = texts.get(random.nextInt(texts.size()));
        for (int i = random.nextInt(4); i >= 0; i--) {
            text = once(text, random);
        }
        return text;
    }

    private byte[] once(byte[] text, Random random) {
        int from = random.nextInt(text.length + 1);
        int to = Math.min(text.length, from + random.nextInt(16));
        if (random.nextInt(40) == 0) {
            return replaced(text, from, from, repeated(word(random), 1 << random.nextInt(17)));
        }
        return switch (random.nextInt(7)) {
            case 0 -> replaced(text, from, Math.min(text.length, from + 1), new byte[] {(byte) random.nextInt(256)});
            case 1 -> replaced(text, from, to, new byte[0]);
            case 2, 3 -> replaced(text, from, from, word(random));
            case 4 -> replaced(text, from, to, word(random));
            case 5 -> replaced(text, from, from, piece(texts.get(random.nextInt(texts.size())), random));
            default -> withoutLine(text, from);
        };
    }

    private static byte[] word(Random random) {
        return WORDS[random.nextInt(WORDS.length)].getBytes(UTF_8);
    }

    private static byte[] piece(byte[] text, Random random) {
        int from = random.nextInt(text.length + 1);
        return Arrays.copyOfRange(text, from, Math.min(text.length, from + random.nextInt(200)));
    }

    private static byte[] repeated(byte[] word, int times) {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(word);
        }
        return all.toByteArray();
    }

    private static byte[] withoutLine(byte[] text, int at) {
        int from = at;
        while (from > 0 && text[from - 1] != '\n') {
            from--;
        }
        int to = at;
        while (to < text.length && text[to] != '\n') {
            to++;
        }
        return replaced(text, from, Math.min(text.length, to + 1), new byte[0]);
    }

    private static byte[] replaced(byte[] text, int from, int to, byte[] by) {
        var all = new ByteArrayOutputStream();
        all.write(text, 0, from);
        all.writeBytes(by);
        all.write(text, to, text.length - to);
        return all.toByteArray();
    }
}
