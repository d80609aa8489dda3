package dev.contactcenter.demo.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The tail of the records file")
class RecordsTailTest {

    @TempDir
    Path folder;

    @Test
    void waits_for_a_file_that_is_not_there_yet() throws IOException {
        Path file = folder.resolve("records.jsonl");
        RecordsTail tail = new RecordsTail(file);

        assertThat(tail.from(0)).isEmpty();
        Files.writeString(file, "{\"id\":\"1\"}\n");

        assertThat(tail.from(0)).containsExactly("{\"id\":\"1\"}");
    }

    @Test
    void shows_a_line_only_when_it_is_whole() throws IOException {
        Path file = Files.writeString(folder.resolve("records.jsonl"), "{\"id\":\"1\"}\n{\"id\":");
        RecordsTail tail = new RecordsTail(file);

        assertThat(tail.from(0)).containsExactly("{\"id\":\"1\"}");
        Files.writeString(file, "\"2\"}\n", StandardOpenOption.APPEND);

        assertThat(tail.from(1)).containsExactly("{\"id\":\"2\"}");
    }

    @Test
    void goes_on_with_a_file_that_starts_anew() throws IOException {
        Path file = Files.writeString(folder.resolve("records.jsonl"), "{\"id\":\"first\"}\n");
        RecordsTail tail = new RecordsTail(file);
        tail.from(0);

        Files.writeString(file, "{\"id\":\"2\"}\n");

        assertThat(tail.from(0)).containsExactly("{\"id\":\"first\"}", "{\"id\":\"2\"}");
    }

    @Test
    void reads_a_line_that_is_longer_than_one_read() throws IOException {
        String line = "x".repeat(200_000);
        Path file = Files.writeString(folder.resolve("records.jsonl"), line + "\n");

        assertThat(new RecordsTail(file).from(0)).containsExactly(line);
    }
}
