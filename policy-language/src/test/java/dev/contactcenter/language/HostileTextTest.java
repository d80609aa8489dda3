package dev.contactcenter.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A hostile text")
class HostileTextTest {

    private static final int MEBI = 1 << 20;
    private static final String PIECES = "{}[]:,-*&!#|>?\"'%@`~ \n\t\u0000\uFEFF\u2028\uD83D1ae.\\";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void ends_in_problems_and_soon(String name, String text) {
        Reading reading = Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> PolicyDocument.read(text));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> assertThat(invalid.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(101));
    }

    static Stream<Arguments> ends_in_problems_and_soon() {
        return Stream.of(
                arguments("too long", "#".repeat(MEBI + 1)),
                arguments("only comment", "#".repeat(MEBI)),
                arguments("deep lists", "[".repeat(MEBI)),
                arguments("deep JSON", "{\"a\":".repeat(MEBI / 5)),
                arguments(
                        "deep YAML",
                        IntStream.range(0, 1000)
                                .mapToObj(i -> " ".repeat(i) + "a:\n")
                                .collect(Collectors.joining())),
                arguments("deep dashes", "- ".repeat(MEBI / 2)),
                arguments("100,000 levels of mappings", "{a: ".repeat(100_000)),
                arguments("100,000 levels of parentheses", Mistake.GOOD + "    when: " + "(".repeat(100_000)),
                arguments("a line of a mebibyte", "[" + "a,".repeat(MEBI / 2 - 1)),
                arguments("a bomb of nine references", bomb()),
                arguments("many keys", numbered("k", ": 1\n", 80_000)),
                arguments("one key many times", "a: 1\n".repeat(MEBI / 5)),
                arguments("many documents", "---\na\n".repeat(100_000)),
                arguments("many rules", Mistake.GOOD + "  - { id: x }\n".repeat(70_000)),
                arguments(
                        "many unknown actions",
                        Mistake.GOOD.replace("[record:view]", "[" + "r:v,".repeat(200_000) + "]")),
                arguments("many near misses", nearMisses()),
                arguments("a long word", "contactCenterPolicy: " + "9".repeat(MEBI - 100)),
                arguments("a long quoted word", "\"" + "\\u0041".repeat(MEBI / 6 - 1) + "\": 1"),
                arguments("an open quote", "a: \"" + "x\n ".repeat(300_000)),
                arguments("laughing references", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"),
                arguments("a reference as a key", "? *a\n: 1\n"),
                arguments("a list as a key", "? [a, b]\n: 1\n"),
                arguments("no key", ": 1\n"),
                arguments("half a character", "a: \uD83D"),
                arguments("control characters", "a: \u0000\u0007"),
                arguments("bytes that are none", "a: !!binary '%%%'\n"));
    }

    /** As much comparing of words as fits: a thousand actions, and rules full of names that are nearly one of them. */
    private static String nearMisses() {
        String misses = numbered("record:veiw", ", ", 40);
        return "contactCenterPolicy: 1\nrevision: r1\nassurance: [password]\nactions:\n"
                + numbered("  record:view", ": { tier: 0 }\n", 999)
                + "rules:\n"
                + numbered("  - { id: r", ", actions: [" + misses + "] }\n", 999);
    }

    /** Nine times nine times nine: what a parser that follows references makes gigabytes of. */
    private static String bomb() {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("]\n");
        }
        return text.toString();
    }

    private static String numbered(String before, String after, int times) {
        return IntStream.range(100, 100 + times)
                .mapToObj(i -> before + i + after)
                .collect(Collectors.joining());
    }

    @Test
    void of_random_pieces_never_throws() {
        for (long seed = 0; seed < 20_000; seed++) {
            String text = random(new Random(seed));

            assertThatCode(() -> PolicyDocument.read(text))
                    .as("seed %d: %s", seed, text)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void that_was_a_policy_before_it_was_damaged_never_throws() {
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            int from = random.nextInt(Mistake.GOOD.length());
            int to = Math.min(Mistake.GOOD.length(), from + random.nextInt(12));
            String text = Mistake.GOOD.substring(0, from) + random(random) + Mistake.GOOD.substring(to);

            assertThatCode(() -> PolicyDocument.read(text))
                    .as("seed %d: %s", seed, text)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void does_not_reach_the_log_as_more_than_a_line() {
        Reading reading = PolicyDocument.read("\"a\\nERROR forged\\u001b[2J\": 1");

        assertThat(((Reading.Invalid) reading).problems())
                .map(Problem::message)
                .allSatisfy(message -> assertThat(message).doesNotContain("\n", "\u001b"));
    }

    private static String random(Random random) {
        return random.ints(random.nextInt(24), 0, PIECES.length())
                .mapToObj(i -> PIECES.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
