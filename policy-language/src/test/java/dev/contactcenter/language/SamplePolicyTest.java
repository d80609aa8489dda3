package dev.contactcenter.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sample policy")
class SamplePolicyTest {

    private static final Path SAMPLE = Path.of("../realm-exports/policies/contact-center.yaml");

    @Test
    void reads_without_a_problem_and_with_no_warning_but_those_it_is_meant_to_show() throws IOException {
        Reading reading = PolicyDocument.read(
                Files.readAllBytes(SAMPLE), RealmNames.NOT_TOLD, Instant.parse("2026-11-23T00:00:00Z"));

        assertThat(reading).isInstanceOfSatisfying(Reading.Valid.class, valid -> {
            assertThat(valid.warnings())
                    .extracting(Problem::code)
                    .containsOnly("action-not-granted", "unknown-escapes");
            assertThat(valid.policy().policy().modes()).containsOnlyKeys("agent", "supervisor", "analyst");
        });
    }
}
