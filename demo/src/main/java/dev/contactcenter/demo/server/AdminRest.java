package dev.contactcenter.demo.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Keycloak's REST interfaces, as its administrator and as a feed use them. */
public final class AdminRest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI keycloak;

    /** Those of the server at this address. */
    public AdminRest(URI keycloak) {
        this.keycloak = keycloak;
    }

    /** What a path of the realm's administration answers. */
    public JsonNode get(String path) {
        return send(asAdministrator(path).GET());
    }

    /** Posts to a path of the realm's administration. */
    public JsonNode post(String path, JsonNode body) {
        return send(asAdministrator(path).POST(BodyPublishers.ofString(body.toString())));
    }

    /** Puts to a path of the realm's administration. */
    public void put(String path, JsonNode body) {
        send(asAdministrator(path).PUT(BodyPublishers.ofString(body.toString())));
    }

    /** Posts to the realm itself, as a client of it. */
    public void feed(String path, String client, String secret, JsonNode body) {
        send(asClient(path, client, secret).POST(BodyPublishers.ofString(body.toString())));
    }

    /** Puts to the realm itself, as a client of it. */
    public void tell(String path, String client, String secret, JsonNode body) {
        send(asClient(path, client, secret).PUT(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder asClient(String path, String client, String secret) {
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret;
        return HttpRequest.newBuilder(URI.create(keycloak + "/realms/" + DemoRealm.NAME + path))
                .header("Authorization", "Bearer " + token(DemoRealm.NAME, form))
                .header("Content-Type", "application/json");
    }

    private HttpRequest.Builder asAdministrator(String path) {
        String name = KeycloakDistribution.ADMINISTRATOR;
        String form = "grant_type=password&client_id=admin-cli&username=" + name + "&password=" + name;
        return HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/" + DemoRealm.NAME + path))
                .header("Authorization", "Bearer " + token("master", form))
                .header("Content-Type", "application/json");
    }

    private String token(String realm, String form) {
        return send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpRequest ready = request.build();
        try {
            HttpResponse<String> answer = http.send(ready, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("Keycloak answers " + ready.method() + " " + ready.uri() + " with "
                        + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be reached at " + ready.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The drill was interrupted", e);
        }
    }
}
