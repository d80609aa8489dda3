package dev.contactcenter.language;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns bytes into text: UTF-8 and nothing else, because a guessed letter could make another rule. */
final class Encoding {

    /** A character is at most four bytes. */
    static final int MOST_BYTES = 4 * Syntax.MOST_CHARACTERS;

    private Encoding() {}

    /** The text, or an error. */
    static Optional<String> read(byte[] bytes, Findings findings) {
        if (bytes.length > MOST_BYTES) {
            findings.error(
                    Place.ofDocument(),
                    "the " + findings.genre().noun() + " has more than " + MOST_BYTES + " bytes",
                    "at most " + Syntax.MOST_CHARACTERS + " characters can be read");
            return Optional.empty();
        }
        Optional<String> other = otherEncoding(bytes);
        if (other.isPresent()) {
            findings.error(
                    Place.ofDocument(),
                    "the " + findings.genre().noun() + " is written in " + other.get(),
                    "save it as UTF-8");
            return Optional.empty();
        }
        return utf8(bytes, findings);
    }

    private static Optional<String> utf8(byte[] bytes, Findings findings) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            findings.error(
                    Characters.end(text),
                    "the byte 0x%02X is not UTF-8 here".formatted(bytes[in.position()] & 0xFF),
                    "save the " + findings.genre().noun() + " as UTF-8");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** By its byte-order mark, or by where the zero bytes of its first two characters are (RFC 4627 §3). */
    private static Optional<String> otherEncoding(byte[] bytes) {
        int first = bytes.length < 4 ? 0 : ByteBuffer.wrap(bytes).getInt();
        if (first == 0x0000FEFF || (first != 0 && first >>> 8 == 0)) {
            return Optional.of("UTF-32 (big endian)");
        }
        if (first == 0xFFFE0000 || (first != 0 && first << 8 == 0)) {
            return Optional.of("UTF-32 (little endian)");
        }
        int two = bytes.length < 2 ? 0 : ByteBuffer.wrap(bytes).getShort() & 0xFFFF;
        if (two == 0xFEFF || (first != 0 && (first & 0xFF00FF00) == 0)) {
            return Optional.of("UTF-16 (big endian)");
        }
        return two == 0xFFFE || (first != 0 && (first & 0x00FF00FF) == 0)
                ? Optional.of("UTF-16 (little endian)")
                : Optional.empty();
    }
}
