package dev.contactcenter.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Reads what valid policies become when they are damaged, for {@code -Dfuzz.seconds} (4). The module's tests have 256 MB,
 * so that an input that needs more fails here.
 *
 * <p>A loop of our own because neither tool fits: jqwik's engine is made for the JUnit platform before 6, Jazzer needs a
 * native agent. A failure names its seed and the bytes; {@code -Dfuzz.seed} repeats it.
 */
@DisplayName("A damaged policy")
class FuzzTest {

    @Test
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void ends_in_a_policy_or_in_problems() {
        var damage = new Damage(seeds());
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.getLong("fuzz.seconds", 4)).toNanos();
        long reads = 0;
        long valid = 0;
        while (reads == 0 || System.nanoTime() < end) {
            byte[] bytes = damage.of(new Random(seed));
            valid += read(bytes, seed) ? 1 : 0;
            reads++;
            seed++;
        }

        // Damage that is always deadly would look for mistakes behind a closed door.
        assertThat(reads < 1000 || valid > reads / 100)
                .as("%d of %d damaged policies are still valid", valid, reads)
                .isTrue();
    }

    private static boolean read(byte[] bytes, long seed) {
        boolean[] valid = {false};
        assertThatCode(() -> valid[0] = isValid(bytes))
                .as(() -> "seed " + seed + ": " + Base64.getEncoder().encodeToString(bytes))
                .doesNotThrowAnyException();
        return valid[0];
    }

    private static boolean isValid(byte[] bytes) {
        return switch (PolicyDocument.read(bytes, RealmNames.NOT_TOLD, Instant.EPOCH)) {
            case Reading.Valid valid -> {
                report(bytes, valid.warnings());
                yield true;
            }
            case Reading.Invalid invalid -> {
                assertThat(invalid.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(101);
                report(bytes, invalid.problems());
                yield false;
            }
        };
    }

    private static void report(byte[] bytes, List<Problem> problems) {
        String report = new ProblemReport(ProblemReport.UNNAMED, PolicyDocument.display(bytes)).of(problems);
        assertThat(report).doesNotContain("\u0000", "\u001b", "\r", "\t").hasSizeLessThan(101 * 3 * 1000);
    }

    private static List<byte[]> seeds() {
        return Stream.concat(
                        Collections.nCopies(100, Mistake.GOOD).stream(),
                        Golden.all().map(Golden::policy))
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }
}
