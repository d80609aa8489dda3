package dev.contactcenter.it.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.server.KeycloakDistribution;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keycloak's Admin REST API, with answers as they come. Paths start behind {@code /admin/realms}. */
public final class Admin {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Keycloak's administrators have tokens of a minute. */
    private static final long TOKEN_NANOS = 30_000_000_000L;

    private final URI baseUrl;
    private @Nullable String token;
    private long tokenAt;

    /** Signs in as the administrator of the master realm. */
    public Admin(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Reads. */
    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Creates. */
    public Answer post(String path, JsonNode body) {
        return send("POST", path, BodyPublishers.ofString(body.toString()));
    }

    /** Replaces. */
    public Answer put(String path, JsonNode body) {
        return send("PUT", path, BodyPublishers.ofString(body.toString()));
    }

    /** Deletes. */
    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Deletes what the body names. */
    public Answer delete(String path, JsonNode body) {
        return send("DELETE", path, BodyPublishers.ofString(body.toString()));
    }

    /** Reads an object, changes it and writes it back. */
    public Answer change(String path, Consumer<ObjectNode> change) {
        ObjectNode found = (ObjectNode) get(path).orFail().json();
        change.accept(found);
        return put(path, found);
    }

    /** The administrator's access token. */
    public synchronized String token() {
        String known = token;
        if (known == null || System.nanoTime() - tokenAt > TOKEN_NANOS) {
            tokenAt = System.nanoTime();
            known = Http.post(
                            baseUrl + "/realms/master/protocol/openid-connect/token",
                            Map.of(
                                    "grant_type",
                                    "password",
                                    "client_id",
                                    "admin-cli",
                                    "username",
                                    KeycloakDistribution.ADMINISTRATOR,
                                    "password",
                                    KeycloakDistribution.ADMINISTRATOR))
                    .orFail()
                    .text("access_token");
            token = known;
        }
        return known;
    }

    private Answer send(String method, String path, BodyPublisher body) {
        return Http.send(HttpRequest.newBuilder(URI.create(baseUrl + "/admin/realms" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body));
    }

    /** An empty object, to be filled. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** An array of texts. */
    public static ArrayNode array(String... texts) {
        ArrayNode array = JSON.createArrayNode();
        for (String text : texts) {
            array.add(text);
        }
        return array;
    }

    /** The object of a JSON text. */
    public static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON: " + json, e);
        }
    }

    /** A name as part of a path or query. */
    public static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
