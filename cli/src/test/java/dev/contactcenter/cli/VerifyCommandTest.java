package dev.contactcenter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.trail.ChainHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("contact-center audit verify")
final class VerifyCommandTest {

    @TempDir
    private Path folder;

    @Test
    void says_that_it_found_nothing() throws IOException {
        Run run = Run.of("audit", "verify", write(lines()));

        assertThat(run)
                .isEqualTo(new Run(
                        0, "chain realm-1: 3 records, 1 to 3, signatures not checked\nNothing was found.\n", ""));
    }

    @Test
    void names_the_record_that_was_changed_and_says_so_with_1() throws IOException {
        List<String> lines = lines();
        lines.set(1, lines.get(1).replace("permit", "deny"));
        String file = write(lines);

        Run run = Run.of("audit", "verify", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith(file + ":2: Record 2 (r-2) was changed.\n")
                .endsWith("Found: 1\n");
    }

    @Test
    void tells_programs_in_json() throws IOException {
        List<String> lines = lines();
        lines.remove(0);

        Run run = Run.of("audit", "verify", "--format", "json", write(lines));

        assertThat(run.out())
                .contains("\"sound\" : false")
                .contains("\"kind\" : \"removed\"")
                .contains("\"words\" : \"Record 1 is missing before Record 2 (r-2).\"");
    }

    @Test
    void reads_what_begins_in_the_middle_of_a_chain_from_a_pipe() {
        Run run = Run.withInput(String.join("\n", lines().subList(1, 3)), "audit", "verify", "--continued", "-");

        assertThat(run.exitCode()).isZero();
    }

    @Test
    void finds_more_records_without_a_checkpoint_than_may_be() throws IOException {
        String file = write(lines());

        Run run = Run.of("audit", "verify", "--most-unsigned", "2", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("No checkpoint vouches for the records 1 to 3.");
        assertThat(Run.of("audit", "verify", "--most-unsigned", "3", file).exitCode())
                .isZero();
    }

    @Test
    void says_how_many_lines_it_left_out_because_they_are_tests_of_a_sink() throws IOException {
        List<String> lines = lines();
        lines.add("{\"id\":\"t\",\"event\":\"sink_test\"}");

        Run run = Run.of("audit", "verify", write(lines));

        assertThat(run.out()).contains("1 lines are tests of sinks");
    }

    @Test
    void refuses_keys_that_are_none_with_2() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.json"), "{}");

        Run run = Run.of("audit", "verify", "--keys", keys.toString(), write(lines()));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be used: it has no member 'keys'");
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        ChainHead head = ChainHead.before("realm-1");
        for (int i = 1; i <= 3; i++) {
            ChainHead.Chained chained = head.follow("{\"id\":\"r-" + i + "\",\"outcome\":\"permit\"}");
            head = chained.head();
            lines.add(chained.line());
        }
        return lines;
    }

    private String write(List<String> lines) throws IOException {
        return Files.write(folder.resolve("records.jsonl"), lines).toString();
    }
}
