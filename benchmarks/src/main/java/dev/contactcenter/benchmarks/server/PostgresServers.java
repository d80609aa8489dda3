package dev.contactcenter.benchmarks.server;

import dev.contactcenter.demo.cluster.Database;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.web.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The servers of a comparison on one PostgreSQL, each with a database of its own; what they import is not decided here.
 *
 * @param folder in which each has a folder of its own
 */
public record PostgresServers(ProjectFolder project, Database database, Path folder) {

    /** A Keycloak without the pack. */
    public KeycloakOptions alone(String name) {
        return server(name, List.of());
    }

    /** One with the pack that keeps its records and delivers them to {@link #records()}, as in production. */
    public KeycloakOptions recording(String name) {
        return server(name, List.of())
                .withProviders(List.of(project.providerJar()))
                .withStartArguments(List.of("--spi-contact-center-recorder--outbox--file=" + records()));
    }

    /** One with the pack that throws each record away, which the product has not. */
    public KeycloakOptions discarding(String name) throws IOException {
        return server(name, List.of(RecorderOff.OPTION))
                .withProviders(List.of(project.providerJar(), RecorderOff.jar(folder)));
    }

    /** The file that records are delivered to. */
    public Path records() {
        return folder.resolve("records.jsonl");
    }

    private KeycloakOptions server(String name, List<String> build) {
        database.create(name);
        List<Integer> ports = LoopbackPorts.free(2);
        return KeycloakOptions.plain(
                        project.keycloak(),
                        folder.resolve(name),
                        new KeycloakOptions.Ports(ports.getFirst(), ports.getLast()))
                .withLaunch(new KeycloakOptions.Launch(
                        Stream.concat(Stream.of("--db=postgres"), build.stream())
                                .toList(),
                        database.keycloakArguments(name),
                        Map.of()));
    }
}
