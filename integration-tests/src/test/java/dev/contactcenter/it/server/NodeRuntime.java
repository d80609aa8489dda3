package dev.contactcenter.it.server;

import dev.contactcenter.demo.cluster.Node;
import java.net.URI;
import java.nio.file.Path;

/** One server of a cluster, which ends with the cluster. */
record NodeRuntime(Node node) implements KeycloakRuntime {

    @Override
    public URI baseUrl() {
        return node.keycloak().baseUrl();
    }

    @Override
    public URI managementUrl() {
        return node.managementUrl();
    }

    @Override
    public Path records() {
        return node.records();
    }

    @Override
    public String log() {
        return node.keycloak().logText();
    }

    @Override
    public void close() {
        node.keycloak().close();
    }
}
