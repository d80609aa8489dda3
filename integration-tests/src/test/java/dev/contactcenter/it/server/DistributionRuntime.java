package dev.contactcenter.it.server;

import dev.contactcenter.demo.server.KcArguments;
import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.web.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keycloak from its distribution, as a process beside the tests. */
final class DistributionRuntime implements KeycloakRuntime {

    /** Build options besides those of every distribution. */
    static final List<String> BUILD_ARGUMENTS = List.of("--metrics-enabled=true");

    private final KeycloakDistribution keycloak;
    private final KeycloakOptions options;
    private final Path records;

    private DistributionRuntime(KeycloakDistribution keycloak, KeycloakOptions options, Path records) {
        this.keycloak = keycloak;
        this.options = options;
        this.records = records;
    }

    /** Starts a server without any data of an earlier run. */
    static DistributionRuntime start(ProjectFolder project, Path workFolder) {
        return start(project, workFolder, KeycloakOptions.Launch.PLAIN);
    }

    /** The same with these arguments on top, which take the place of the same of ours. */
    static DistributionRuntime start(ProjectFolder project, Path workFolder, KeycloakOptions.Launch more) {
        Path records = workFolder.resolve("records.jsonl").toAbsolutePath();
        List<Integer> ports = LoopbackPorts.free(2);
        List<String> ours = new ArrayList<>(List.of("--spi-contact-center-recorder--outbox--file=" + records));
        ours.addAll(KeycloakServer.RECORDER_OPTIONS);
        ours.add(AuthenticationDevice.OPTION);
        List<String> buildArguments = new ArrayList<>(BUILD_ARGUMENTS);
        buildArguments.addAll(more.buildArguments());
        KeycloakOptions options = KeycloakOptions.plain(
                        project.keycloak(), workFolder, new KeycloakOptions.Ports(ports.get(0), ports.get(1)))
                .withProviders(List.of(project.providerJar()))
                .withImports(List.of(project.realmFile(), project.usersFile()))
                .withLaunch(new KeycloakOptions.Launch(
                        buildArguments, KcArguments.of(ours, more.startArguments()), QuickStart.ENVIRONMENT));
        var keycloak = new KeycloakDistribution(options);
        keycloak.forgetData();
        delete(records);
        delete(keycloak.log());
        keycloak.start();
        return new DistributionRuntime(keycloak, options, records);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A file of an earlier run cannot be deleted", e);
        }
    }

    /** What the server was made of. */
    KeycloakOptions options() {
        return options;
    }

    @Override
    public URI baseUrl() {
        return keycloak.baseUrl();
    }

    @Override
    public URI managementUrl() {
        return keycloak.managementUrl();
    }

    @Override
    public Path records() {
        return records;
    }

    @Override
    public String log() {
        return keycloak.logText();
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
