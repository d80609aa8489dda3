package dev.contactcenter.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One case of src/test/resources/mistakes: its name, a policy, and the report of it.
 *
 * @param policy ends with a line feed, if it is not empty
 * @param report ends with a line feed, if it is not empty
 */
record Golden(Path file, String name, String policy, String report) {

    private static final Path FOLDER = Path.of("src/test/resources/mistakes");
    private static final String POLICY = "\n=== policy\n";
    private static final String REPORT = "=== report\n";

    static Stream<Golden> all() {
        return Stream.of("document", "lint").flatMap(kind -> all(FOLDER.resolve(kind)));
    }

    private static Stream<Golden> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> cases = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            return cases.stream().map(Golden::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden read(Path file) {
        try {
            String text = Files.readString(file);
            int policy = text.indexOf(POLICY);
            int report = text.lastIndexOf(REPORT);
            return new Golden(
                    file,
                    text.substring(0, policy),
                    text.substring(policy + POLICY.length(), report),
                    text.substring(report + REPORT.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String current) {
        try {
            Files.writeString(file, name + POLICY + policy + REPORT + current);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return FOLDER.relativize(file).getParent() + ": " + name;
    }
}
