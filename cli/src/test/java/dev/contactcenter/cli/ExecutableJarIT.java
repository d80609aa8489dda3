package dev.contactcenter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The executable JAR")
class ExecutableJarIT {

    private static final String JAR = System.getProperty("cli.jar", "");

    @Test
    void checks_the_sample_policy() throws IOException, InterruptedException {
        Run run = run("", "policy", "validate", Samples.POLICY);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith(Samples.POLICY + ": valid; revision ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void tells_problems_without_colours_where_nobody_looks() throws IOException, InterruptedException {
        Run run = run(Samples.MISTAKEN, "policy", "validate", "-");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("<stdin>:4:27: the key 'teir' is unknown")
                .doesNotContain("\u001b");
        assertThat(run("", "policy", "validate").exitCode()).isEqualTo(2);
    }

    @Test
    void says_its_version() throws IOException, InterruptedException {
        assertThat(run("", "--version"))
                .isEqualTo(new Run(0, "contact-center " + System.getProperty("version") + "\n", ""));
    }

    @Test
    void holds_nothing_of_keycloak_and_nothing_of_the_machine_that_built_it() throws IOException {
        try (var jar = new JarFile(JAR)) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains("META-INF/LICENSE", "META-INF/NOTICE", "dev/contactcenter/engine/policy/Policy.class")
                    .noneMatch(name -> name.startsWith("org/keycloak/") || name.startsWith("META-INF/maven/"));
            assertThat(jar.getManifest().getMainAttributes().keySet())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder(
                            "Manifest-Version",
                            "Main-Class",
                            "Implementation-Title",
                            "Implementation-Version",
                            "Multi-Release");
        }
    }

    private static Run run(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 23) {
            // As the launchers do: from there on, Java warns on stderr of how protobuf reads memory.
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-jar", JAR));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), out, err);
    }
}
