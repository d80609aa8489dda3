package dev.contactcenter.it.server;

import dev.contactcenter.demo.cluster.Node;
import dev.contactcenter.demo.cluster.TwoNodes;
import dev.contactcenter.demo.server.ProjectFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two servers on one PostgreSQL, for tests of what one does and the other must know. Started when the first test asks for it;
 * beside the one of all other tests, whose realms it does not have.
 */
public final class Cluster implements AutoCloseable {

    private static final String FORGETTING =
            "--spi-contact-center-interaction-store--contact-center-interactions--forget-after=PT1S";

    private final TwoNodes nodes;
    private final KeycloakServer first;
    private final KeycloakServer second;

    private Cluster(ProjectFolder project, TwoNodes nodes) {
        this.nodes = nodes;
        var records = new Records(nodes.both().stream().map(Node::records).toList());
        this.first = KeycloakServer.of(project, new NodeRuntime(nodes.first()), records);
        this.second = KeycloakServer.of(project, new NodeRuntime(nodes.second()), records);
    }

    static Cluster start() {
        ProjectFolder project = ProjectFolder.find();
        Path folder = project.root().resolve("integration-tests/target/cluster").toAbsolutePath();
        List<String> options = Stream.concat(KeycloakServer.RECORDER_OPTIONS.stream(), Stream.of(FORGETTING))
                .toList();
        return new Cluster(project, TwoNodes.start(project, folder, options));
    }

    /** The server that both call themselves: issuer of all tokens, home of all pages. */
    public KeycloakServer first() {
        return first;
    }

    /** The other one. */
    public KeycloakServer second() {
        return second;
    }

    /** The processes, to be killed and started again. */
    public TwoNodes nodes() {
        return nodes;
    }

    @Override
    public void close() {
        nodes.close();
    }
}
