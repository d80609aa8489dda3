package dev.contactcenter.demo.cluster;

import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.demo.server.KeycloakOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One server of a cluster. It can be stopped or killed and started again; the database keeps what it knew. */
public final class Node {

    private static final Pattern MEMBERS = Pattern.compile("(?m)^vendor_cluster_size\\S* (\\d+)");

    private final KeycloakOptions options;
    private final KeycloakDistribution keycloak;

    Node(KeycloakOptions options) {
        this.options = options;
        this.keycloak = new KeycloakDistribution(options);
    }

    /** The process. */
    public KeycloakDistribution keycloak() {
        return keycloak;
    }

    /** Its health and metrics, without a slash at the end. */
    public URI managementUrl() {
        return keycloak.managementUrl();
    }

    /** The file that it writes decision records to, if it is the one that delivers them. */
    public Path records() {
        return records(options.workFolder());
    }

    static Path records(Path folder) {
        return folder.resolve("records.jsonl");
    }

    KeycloakOptions options() {
        return options;
    }

    /** How many servers it sees in its cluster, itself included; 0 if it does not answer. */
    public int members() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(managementUrl() + "/metrics"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Matcher members = MEMBERS.matcher(
                    client.send(request, BodyHandlers.ofString()).body());
            return members.find() ? Integer.parseInt(members.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("A server was not asked for its cluster because of an interruption", e);
        }
    }
}
