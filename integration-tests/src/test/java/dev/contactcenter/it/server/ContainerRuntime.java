package dev.contactcenter.it.server;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.demo.server.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.BindMode;
import org.testcontainers.utility.MountableFile;

/** Keycloak's own image in a container; the records file lies in a folder that both sides see. */
final class ContainerRuntime implements KeycloakRuntime {

    private static final String IMAGE = "quay.io/keycloak/keycloak:" + System.getProperty("keycloak.version", "26.7.3");
    private static final String INSIDE = "/opt/keycloak/records";
    private static final int PATIENCE_SECONDS = 10;

    private final KeycloakContainer container;
    private final Path records;

    private ContainerRuntime(KeycloakContainer container, Path records) {
        this.container = container;
        this.records = records;
    }

    /** Why this runtime cannot be used here; empty if it can. */
    static String obstacle() {
        if (!succeeds("docker", "info")) {
            return "no Docker daemon answers";
        }
        return succeeds("docker", "image", "inspect", IMAGE) ? "" : "the image " + IMAGE + " is not there";
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static ContainerRuntime start(ProjectFolder project, Path workFolder) {
        Path shared = workFolder.resolve("records").toAbsolutePath();
        Path records = shared.resolve("records.jsonl");
        prepare(shared, records);
        @SuppressWarnings("resource") // closed with this runtime
        KeycloakContainer container = new KeycloakContainer(IMAGE)
                .withAdminUsername(KeycloakDistribution.ADMINISTRATOR)
                .withAdminPassword(KeycloakDistribution.ADMINISTRATOR)
                .withEnabledMetrics()
                .withProviderLibsFrom(List.of(project.providerJar().toFile()))
                .withCustomCommand("--spi-contact-center-recorder--outbox--file=" + INSIDE + "/records.jsonl");
        KeycloakServer.RECORDER_OPTIONS.forEach(container::withCustomCommand);
        for (Path file : List.of(project.realmFile(), project.usersFile())) {
            // The container's own way of importing takes resources of the class path only.
            container.withCopyToContainer(
                    MountableFile.forHostPath(file), "/opt/keycloak/data/import/" + file.getFileName());
        }
        container.withFileSystemBind(shared.toString(), INSIDE, BindMode.READ_WRITE);
        container.start();
        return new ContainerRuntime(container, records);
    }

    /** The image runs under a user of its own, who must be able to write there. */
    private static void prepare(Path shared, Path records) {
        try {
            Files.createDirectories(shared);
            Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
            Files.deleteIfExists(records);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the records cannot be prepared: " + shared, e);
        }
    }

    @Override
    public URI baseUrl() {
        return URI.create(container.getAuthServerUrl().replaceAll("/$", ""));
    }

    @Override
    public URI managementUrl() {
        return URI.create(container.getMgmtServerUrl().replaceAll("/$", ""));
    }

    @Override
    public Path records() {
        return records;
    }

    @Override
    public String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        container.stop();
    }
}
