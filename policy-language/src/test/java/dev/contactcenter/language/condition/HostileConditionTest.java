package dev.contactcenter.language.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A hostile condition")
class HostileConditionTest {

    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final String NESTED = "user.groups.all(a, user.groups.all(b, user.groups.all(c, a == b && b == c)))";

    private final Conditions conditions = new Conditions(Map.of());

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void ends_in_a_flaw(String name, String condition) {
        Compiled compiled = Assertions.assertTimeoutPreemptively(GENEROUS, () -> conditions.compile(condition));

        assertThat(compiled).isInstanceOf(Compiled.Refused.class);
        assertThat(((Compiled.Refused) compiled).flaws()).allSatisfy(flaw -> {
            assertThat(flaw.offset()).isBetween(0, condition.length());
            assertThat(flaw.what().length() + flaw.suggestion().length()).isLessThan(400);
            assertThat(flaw.what()).doesNotContain("cannot be read (");
        });
    }

    static Stream<Arguments> hostile() {
        String run = "action.tier == 1";
        return Stream.of(
                Arguments.of("100,000 brackets", "(".repeat(100_000)),
                Arguments.of("100,000 brackets around something", "(".repeat(100_000) + "true" + ")".repeat(100_000)),
                Arguments.of("as many brackets as fit", "(".repeat(1990) + "true" + ")".repeat(1990)),
                Arguments.of("one bracket more than can be read", "(".repeat(25) + "true" + ")".repeat(25)),
                Arguments.of("100,000 negations", "!".repeat(100_000) + "true"),
                Arguments.of("as many negations as fit", "!".repeat(3990) + "true"),
                Arguments.of("as many minus signs as fit", "-".repeat(3990) + "1 == 1"),
                Arguments.of("a chain of members", "a" + ".a".repeat(1900)),
                Arguments.of("a chain of calls", "a" + ".a()".repeat(900)),
                Arguments.of("a chain of indexes", "a" + "[0]".repeat(1300)),
                Arguments.of("a chain of comparisons", "1" + "==1".repeat(1300)),
                Arguments.of("a chain of sums", "1" + "+1".repeat(1900)),
                Arguments.of("a chain of choices", "true?".repeat(700) + "true"),
                Arguments.of("lists in lists", "[".repeat(1900) + "]".repeat(1900)),
                Arguments.of("maps in maps", "{1:".repeat(900) + "1" + "}".repeat(900)),
                Arguments.of("nested macros", NESTED),
                Arguments.of("a bomb of a regular expression", "user.id.matches(\"(a{1000}){1000}\")"),
                Arguments.of("10,000 alternatives", "true" + " || true".repeat(10_000)),
                Arguments.of("as many alternatives as fit", run + ("||" + run).repeat(215)),
                Arguments.of("a list as long as fits", "action.tier in [1" + ",1".repeat(1900) + "]"),
                Arguments.of("4,001 characters", "user.id == \"" + "\ud83d\ude00".repeat(3988) + "\""),
                Arguments.of("a NUL", "user.id == \"\0\""),
                Arguments.of("half a character", "user.id == \"\ud83d\""),
                Arguments.of("the other half", "\ude00"),
                Arguments.of("text that is shown in another order", "user.id == \"\u202e\""),
                Arguments.of("nothing", ""),
                Arguments.of("many quotes", "\"".repeat(3999)),
                Arguments.of("many backslashes", "\"" + "\\".repeat(3999)));
    }

    @Test
    void is_bounded_by_characters_as_readers_count_them() {
        String longest = "user.id == \"" + "\ud83d\ude00".repeat(3987) + "\"";

        assertThat(conditions.compile(longest)).isInstanceOf(Compiled.Usable.class);
    }

    @Test
    void cannot_overflow_the_stack_of_who_reads_it() throws Exception {
        for (long stack : new long[] {64 << 10, 128 << 10, 256 << 10}) {
            String deep = "(".repeat(24) + "device.os == \"linux\"" + ")".repeat(24);
            var task = new FutureTask<>(() -> conditions.compile(deep));
            new Thread(null, task, "small", stack).start();

            assertThat(task.get(60, TimeUnit.SECONDS)).isInstanceOf(Compiled.Usable.class);
        }
    }

    @Test
    void of_any_signs_ends_in_a_formula_or_in_flaws() {
        String[] pieces = {
            "device.os",
            "\"linux\"",
            "==",
            "!",
            "(",
            ")",
            "&&",
            "||",
            "in",
            "[",
            "]",
            ",",
            "-1",
            "0x",
            ".",
            "?",
            ":",
            "'",
            "now",
            "duration(",
            "true",
            "\u20ac",
            "\\",
            "//",
            "\n",
            "{",
            "}",
            "r\"",
            "1e9",
            "`",
            "%",
            "_",
            "user.groups",
            "=",
            "<"
        };
        var random = new Random(Long.getLong("seed", 7));
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }
            if (conditions.compile(text.toString()) instanceof Compiled.Refused refused) {
                assertThat(refused.flaws()).as(text.toString()).isNotEmpty().allSatisfy(flaw -> {
                    assertThat(flaw.offset()).isBetween(0, text.length());
                    assertThat(flaw.what()).doesNotContain("cannot be read (");
                });
            }
        }
    }
}
