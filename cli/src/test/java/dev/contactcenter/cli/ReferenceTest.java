package dev.contactcenter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reference of the command line")
class ReferenceTest {

    @Test
    void says_what_the_help_says() throws IOException {
        assertCurrent("docs/reference/cli.md", CliReference.page());
    }

    @Test
    void holds_the_schema_that_is_printed() throws IOException {
        assertCurrent(
                "docs/reference/policy.schema.json", Run.of("policy", "schema").out());
    }

    @Test
    void holds_the_schema_of_tests_that_is_printed() throws IOException {
        assertCurrent(
                "docs/reference/policy-tests.schema.json",
                Run.of("policy", "schema", "--tests").out());
    }

    private static void assertCurrent(String file, String current) throws IOException {
        Path page = Samples.CHECKOUT.resolve(file);
        if (Boolean.getBoolean("docs.refresh")) {
            Files.writeString(page, current);
        }

        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as("%s is stale. Write it anew with: %s", file, CliReference.REFRESH)
                .isEqualTo(current);
    }
}
