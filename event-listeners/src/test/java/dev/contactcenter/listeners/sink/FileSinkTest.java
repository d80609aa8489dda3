package dev.contactcenter.listeners.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file that decision records are delivered to")
class FileSinkTest {

    @TempDir
    Path folder;

    private Path file;
    private FileSink sink;

    @BeforeEach
    void name_a_file() {
        file = folder.resolve("decisions.jsonl");
        sink = new FileSink(file, "a test", Rotation.NONE);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void gets_one_line_per_record() throws IOException {
        sink.deliver(lines("{\"id\":\"1\"}", "{\"id\":\"2\"}"));
        sink.deliver(lines("{\"id\":\"3\"}"));

        assertThat(file).hasContent("{\"id\":\"1\"}\n{\"id\":\"2\"}\n{\"id\":\"3\"}\n");
    }

    @Test
    void keeps_what_an_earlier_server_wrote() throws IOException {
        Files.writeString(file, "{\"id\":\"1\"}\n");

        sink.deliver(lines("{\"id\":\"2\"}"));

        assertThat(file).hasContent("{\"id\":\"1\"}\n{\"id\":\"2\"}\n");
    }

    @Test
    void ends_the_half_line_of_a_server_that_died() throws IOException {
        Files.writeString(file, "{\"id\":\"1\"}\n{\"id\":\"2");

        sink.deliver(lines("{\"id\":\"2\"}"));

        assertThat(Files.readAllLines(file)).containsExactly("{\"id\":\"1\"}", "{\"id\":\"2", "{\"id\":\"2\"}");
    }

    @Test
    void is_opened_anew_after_it_was_renamed() throws IOException {
        sink.deliver(lines("{\"id\":\"1\"}"));
        Path rotated = Files.move(file, folder.resolve("decisions.1.jsonl"));

        sink.deliver(lines("{\"id\":\"2\"}"));

        assertThat(rotated).hasContent("{\"id\":\"1\"}\n");
        assertThat(file).hasContent("{\"id\":\"2\"}\n");
    }

    @Test
    void is_opened_anew_when_another_file_took_its_name() throws IOException {
        sink.deliver(lines("{\"id\":\"1\"}"));
        Files.move(file, folder.resolve("decisions.1.jsonl"));
        Files.createFile(file);

        sink.deliver(lines("{\"id\":\"2\"}"));

        assertThat(file).hasContent("{\"id\":\"2\"}\n");
    }

    @Test
    void works_as_soon_as_its_folder_is_there() throws IOException {
        Path missing = folder.resolve("missing");
        file = missing.resolve("decisions.jsonl");
        sink = new FileSink(file, "a test", Rotation.NONE);

        assertThatThrownBy(() -> sink.deliver(lines("{\"id\":\"1\"}")))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": its folder is not there");
        Files.createDirectory(missing);
        sink.deliver(lines("{\"id\":\"1\"}"));

        assertThat(file).hasContent("{\"id\":\"1\"}\n");
    }

    @Test
    void cannot_be_a_folder() {
        assertThatThrownBy(() -> new FileSink(folder, "a test", Rotation.NONE).check())
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": it is not a regular file");
    }

    @Test
    void has_all_again_that_a_full_disk_cut_off() throws IOException {
        sink.deliver(lines("{\"id\":\"1\"}"));

        FullDisk full = FullDisk.around(file, 5);

        assertThatThrownBy(() -> sink.deliver(lines("{\"id\":\"2\"}"))).isInstanceOf(IOException.class);
        full.free();
        sink.deliver(lines("{\"id\":\"2\"}"));

        assertThat(Files.readAllLines(file)).containsExactly("{\"id\":\"1\"}", "{\"id\"", "{\"id\":\"2\"}");
    }

    @Test
    void does_not_go_on_with_a_half_line_that_it_could_not_end_before() throws IOException {
        Files.writeString(file, "{\"id\":\"1");
        long half = Files.size(file);
        FullDisk.around(file, 0);
        assertThatThrownBy(() -> sink.check()).isInstanceOf(IOException.class);
        try (var again = new RandomAccessFile(file.toFile(), "rw")) {
            again.setLength(half);
        }

        sink.deliver(lines("{\"id\":\"1\"}"));

        assertThat(Files.readAllLines(file)).containsExactly("{\"id\":\"1", "{\"id\":\"1\"}");
    }

    @Test
    void is_put_aside_under_a_name_that_tells_when_before_it_grows_too_large() throws IOException {
        sink = new FileSink(file, "a test", new Rotation(30, 0));

        for (int i = 1; i <= 5; i++) {
            sink.deliver(lines("{\"id\":\"" + i + "\"}"));
        }

        assertThat(file).hasContent("{\"id\":\"5\"}\n");
        assertThat(aside()).hasSize(2);
        assertThat(aside().getFirst()).hasContent("{\"id\":\"1\"}\n{\"id\":\"2\"}\n");
    }

    @Test
    void keeps_no_more_files_than_it_was_told() throws IOException {
        sink = new FileSink(file, "a test", new Rotation(1, 2));

        for (int i = 1; i <= 6; i++) {
            sink.deliver(lines("{\"id\":\"" + i + "\"}"));
        }

        assertThat(aside()).hasSize(2);
        assertThat(aside().getLast()).hasContent("{\"id\":\"5\"}\n");
    }

    private List<Path> aside() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(found -> !found.equals(file)).sorted().toList();
        }
    }

    private static List<Line> lines(String... records) {
        return Stream.of(records).map(Line::asStored).toList();
    }
}
