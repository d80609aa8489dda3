package dev.contactcenter.demo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder of one server: its files in place, and augmented for the JARs and build options it has. */
final class KeycloakHome {

    private static final List<String> BUILD_OPTIONS =
            List.of("--db=dev-file", "--health-enabled=true", "--cache=local");

    private final KeycloakOptions options;
    private volatile @Nullable Process build;

    KeycloakHome(KeycloakOptions options) {
        this.options = options;
    }

    Path folder() {
        return options.workFolder().resolve("keycloak");
    }

    Path log() {
        return options.workFolder().resolve("keycloak.log");
    }

    private Path mark() {
        return options.workFolder().resolve("augmented-for");
    }

    /** Makes the folder what the options say; does only what is not done yet. */
    void prepare() throws IOException {
        Files.createDirectories(options.workFolder());
        List<String> arguments = buildArguments();
        String fingerprint = Fingerprint.of(
                options.distribution().toString() + arguments,
                options.contents().providers());
        if (!Files.exists(mark()) || !Files.readString(mark()).equals(fingerprint)) {
            Files.deleteIfExists(mark());
            FileTrees.link(options.distribution(), folder());
            FileTrees.replace(folder().resolve("providers"), options.contents().providers());
            augment(arguments);
            Files.writeString(mark(), fingerprint);
        }
        FileTrees.replace(folder().resolve("data/import"), options.contents().imports());
    }

    private List<String> buildArguments() {
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(BUILD_OPTIONS);
        arguments.addAll(options.launch().buildArguments());
        return arguments;
    }

    private void augment(List<String> arguments) throws IOException {
        Path output = options.workFolder().resolve("build.log");
        Process started =
                command(arguments).redirectOutput(Redirect.to(output.toFile())).start();
        build = started;
        try {
            int exit = started.waitFor();
            if (exit != 0) {
                throw new IllegalStateException("Keycloak cannot be built with these providers (exit code " + exit
                        + "):\n" + Files.readString(output));
            }
        } catch (InterruptedException e) {
            ProcessFamily.end(started);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Keycloak cannot be built because waiting for it was interrupted", e);
        }
    }

    /** Ends an augmentation that is under way; the next start does it again. */
    void abandonBuild() {
        Process running = build;
        if (running != null) {
            ProcessFamily.end(running);
        }
    }

    /** A {@code kc.sh} that writes to the log, on the JDK of this process. */
    ProcessBuilder command(List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(folder().resolve("bin/kc.sh").toAbsolutePath().toString());
        words.addAll(arguments);
        ProcessBuilder command = new ProcessBuilder(words)
                .directory(folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log().toFile()));
        Map<String, String> environment = command.environment();
        // A caller's own Keycloak settings must not reach this server.
        environment.keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_OPTS"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx768m");
        // Being asked for its health is no news. An argument --log-level outranks this.
        environment.put("KC_LOG_LEVEL", "info,io.smallrye.health:warn");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakDistribution.ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakDistribution.ADMINISTRATOR);
        environment.putAll(options.launch().environment());
        return command;
    }

    void deleteData() {
        try {
            FileTrees.delete(folder().resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException("The data of Keycloak cannot be deleted: " + folder(), e);
        }
    }

    /** File work that the JDK leaves to its callers. */
    private static final class FileTrees {

        /** Makes a second tree of the same files: only the libraries, which nothing changes, are hard links. */
        static void link(Path from, Path to) throws IOException {
            delete(to);
            try (var files = Files.walk(from)) {
                for (Path source : files.toList()) {
                    Path target = to.resolve(from.relativize(source).toString());
                    if (Files.isDirectory(source)) {
                        Files.createDirectories(target);
                    } else if (source.startsWith(from.resolve("lib/lib"))) {
                        linkOrCopy(source, target);
                    } else {
                        Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
        }

        private static void linkOrCopy(Path source, Path target) throws IOException {
            try {
                Files.createLink(target, source);
            } catch (IOException | UnsupportedOperationException e) {
                // Another file system, or one without links: a copy serves as well, it only takes room.
                Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }

        static void replace(Path folder, List<Path> files) throws IOException {
            delete(folder);
            Files.createDirectories(folder);
            for (Path file : files) {
                Files.copy(file, folder.resolve(file.getFileName().toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }

        static void delete(Path folder) throws IOException {
            if (!Files.exists(folder)) {
                return;
            }
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
