package dev.contactcenter.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for the sources of every module, the demo and the integration tests included. */
@DisplayName("The source tree")
final class SourceTreeTest {

    private static final Pattern EMPTY_NAME = Pattern.compile(
            "\\b(?:class|record|interface|enum) (\\w+(?:Impl|Utils?|Helper|Manager|Handler|Data|Info|Abstract|Base|Constants)"
                    + "|Abstract\\w+)\\b");
    private static final Set<String> EMPTY_PACKAGES =
            Set.of("util", "utils", "common", "impl", "helper", "helpers", "manager", "model", "service");

    @Test
    void has_no_type_whose_name_does_not_say_what_it_does() {
        assertThat(sources("src").flatMap(SourceTreeTest::emptyNames))
                .as("types named after nothing: name the thing they do")
                .isEmpty();
    }

    @Test
    void has_no_package_that_collects_the_unrelated() {
        assertThat(packages("src")
                        .filter(folder ->
                                EMPTY_PACKAGES.contains(folder.getFileName().toString())))
                .as("packages that collect the unrelated: name them after a feature")
                .isEmpty();
    }

    @Test
    void says_of_every_package_what_it_is_for_and_that_nothing_in_it_is_null() {
        assertThat(packages("src/main")
                        .filter(folder ->
                                !read(folder.resolve("package-info.java")).contains("NullMarked")))
                .as("packages without a package-info.java of one sentence and @NullMarked")
                .isEmpty();
    }

    private static Stream<String> emptyNames(Path source) {
        return EMPTY_NAME.matcher(read(source)).results().map(found -> found.group(1) + " in " + source);
    }

    private static Stream<Path> packages(String below) {
        return sources(below).map(Path::getParent).distinct();
    }

    private static Stream<Path> sources(String below) {
        try (Stream<Path> modules = Files.list(Checkout.ROOT)) {
            return modules.map(module -> module.resolve(below)).filter(Files::isDirectory).toList().stream()
                    .flatMap(SourceTreeTest::javaFiles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return List.copyOf(
                    files.filter(file -> file.toString().endsWith(".java")).toList())
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
