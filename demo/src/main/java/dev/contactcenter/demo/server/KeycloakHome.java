package dev.contactcenter.demo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder of one server: its files in place, and augmented for the JARs and build options it has. */
final class KeycloakHome {

    private static final List<String> BUILD_OPTIONS = List.of("--db=dev-file", "--health-enabled=true");

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
        String fingerprint = fingerprint(arguments);
        if (!isAugmentedFor(fingerprint)) {
            Files.deleteIfExists(mark());
            FileTrees.link(options.distribution(), folder());
            FileTrees.replace(folder().resolve("providers"), options.contents().providers());
            augment(arguments);
            Files.writeString(mark(), fingerprint);
        }
        FileTrees.replace(folder().resolve("data/import"), options.contents().imports());
    }

    /** Copies what was augmented for the same JARs and build options, if that is not done yet; no data and no log of it. */
    void takeOver(KeycloakHome augmented) throws IOException {
        String fingerprint = fingerprint(buildArguments());
        if (isAugmentedFor(fingerprint) || !augmented.isAugmentedFor(fingerprint)) {
            return;
        }
        Files.createDirectories(options.workFolder());
        Files.deleteIfExists(mark());
        FileTrees.link(augmented.folder(), folder());
        FileTrees.delete(folder().resolve("data"));
        Files.writeString(mark(), fingerprint);
    }

    private boolean isAugmentedFor(String fingerprint) throws IOException {
        return Files.exists(mark()) && Files.readString(mark()).equals(fingerprint);
    }

    private String fingerprint(List<String> buildArguments) throws IOException {
        return Fingerprint.of(
                options.distribution().toString() + buildArguments,
                options.contents().providers());
    }

    private List<String> buildArguments() {
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(KcArguments.of(BUILD_OPTIONS, options.launch().buildArguments()));
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
}
