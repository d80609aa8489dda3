package dev.contactcenter.demo.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.server.DemoRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Configures the sources of the demo's realm, as an administrator does it by REST. */
final class Sources {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI keycloak;

    Sources(URI keycloak) {
        this.keycloak = keycloak;
    }

    void trust(DeskAgent agent) {
        ObjectNode component = JSON.createObjectNode();
        component.put("name", "desk agent");
        component.put("providerId", "contact-center-posture-token");
        component.put("providerType", "org.keycloak.services.ui.extend.UiPageProvider");
        Map.of(
                        "issuer",
                        DeskAgent.ISSUER,
                        "audience",
                        DeskAgent.AUDIENCE,
                        "jwksUrl",
                        agent.keysUrl(),
                        "name",
                        DeskAgent.HEADER)
                .forEach((key, value) ->
                        component.withObject("/config").putArray(key).add(value));
        send(HttpRequest.newBuilder(at("/admin/realms/" + DemoRealm.NAME + "/components"))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(component.toString()))
                .build());
    }

    private String token() {
        JsonNode answer = send(HttpRequest.newBuilder(at("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=admin&password=admin"))
                .build());
        return answer.path("access_token").asText();
    }

    private URI at(String path) {
        return URI.create(keycloak.toString().replaceAll("/$", "") + path);
    }

    private static JsonNode send(HttpRequest request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("Keycloak does not take the drill's source: " + answer.body());
            }
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The drill was interrupted", e);
        }
    }
}
