package dev.contactcenter.demo.cluster;

import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.web.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two Keycloak servers with the pack on one PostgreSQL, which find each other by Keycloak's own means (the stack
 * {@code jdbc-ping}) and encrypt what they tell each other, as in production; all of it on the loopback interface. Both know
 * themselves by the address of the first, as if a load balancer stood there: tokens of one are tokens of the other.
 */
public final class TwoNodes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;
    private static final Map<String, String> SMALL = Map.of("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");

    private final Database database;
    private final Node first;
    private final Node second;

    private TwoNodes(Database database, Node first, Node second) {
        this.database = database;
        this.first = first;
        this.second = second;
    }

    /**
     * Starts them without any data of an earlier run.
     *
     * @param folder where they live; kept, so that they are augmented once
     * @param more arguments of {@code kc.sh start} for both
     */
    public static TwoNodes start(ProjectFolder project, Path folder, List<String> more) {
        Database database = Database.start(folder);
        List<Integer> ports = LoopbackPorts.free(6);
        List<String> common = Stream.of(
                        database.keycloakArguments(), List.of("--hostname=http://localhost:" + ports.getFirst()), more)
                .flatMap(List::stream)
                .toList();
        Node first = node(project, folder.resolve("first"), ports.subList(0, 3), common);
        Node second = node(project, folder.resolve("second"), ports.subList(3, 6), common);
        var nodes = new TwoNodes(database, first, second);
        nodes.prepare();
        // Two that find an empty database at once get in each other's way when they make its tables.
        first.keycloak().start();
        second.keycloak().start();
        nodes.awaitBoth();
        return nodes;
    }

    private static Node node(ProjectFolder project, Path folder, List<Integer> ports, List<String> common) {
        List<String> arguments = new ArrayList<>(common);
        arguments.add("--cache=ispn");
        arguments.add("--cache-embedded-network-bind-address=127.0.0.1");
        arguments.add("--cache-embedded-network-bind-port=" + ports.get(2));
        arguments.add("--spi-contact-center-recorder--outbox--file=" + Node.records(folder));
        return new Node(
                KeycloakOptions.plain(project.keycloak(), folder, new KeycloakOptions.Ports(ports.get(0), ports.get(1)))
                        .withProviders(List.of(project.providerJar()))
                        .withLaunch(new KeycloakOptions.Launch(
                                List.of("--db=postgres", "--metrics-enabled=true"), arguments, SMALL)));
    }

    /** One augmentation serves both. */
    private void prepare() {
        first.keycloak().build();
        second.keycloak().takeFilesOf(first.options());
        for (Node node : both()) {
            node.keycloak().forgetData();
            try {
                Files.deleteIfExists(node.records());
                Files.deleteIfExists(node.keycloak().log());
            } catch (IOException e) {
                throw new UncheckedIOException("A file of an earlier run cannot be deleted", e);
            }
        }
    }

    /** The server at whose address both are known. */
    public Node first() {
        return first;
    }

    /** The other one. */
    public Node second() {
        return second;
    }

    /** Both. */
    public List<Node> both() {
        return List.of(first, second);
    }

    /** What they share. */
    public Database database() {
        return database;
    }

    /** Returns when each sees both. */
    public void awaitBoth() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (both().stream().anyMatch(node -> node.members() != 2)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The servers do not find each other: they see %d and %d; the logs are %s and %s"
                                .formatted(
                                        first.members(),
                                        second.members(),
                                        first.keycloak().log(),
                                        second.keycloak().log()));
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The servers were not awaited because of an interruption", e);
            }
        }
    }

    @Override
    public void close() {
        both().forEach(node -> node.keycloak().close());
        database.close();
    }
}
