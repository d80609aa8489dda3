package dev.contactcenter.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.server.KeycloakDistribution;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What the administrator of a measured server does by REST. */
public final class AdminRest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    /** That of a server. */
    public AdminRest(URI server) {
        this.server = server;
    }

    /** A token of the administrator; it is good for a minute. */
    public String token() throws IOException, InterruptedException {
        String who = KeycloakDistribution.ADMINISTRATOR;
        String form = "grant_type=password&client_id=admin-cli&username=" + who + "&password=" + who;
        return send(HttpRequest.newBuilder(URI.create(server + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build())
                .path("access_token")
                .asText();
    }

    /** Stores devices: one JSON object after another. */
    public void storeDevices(String token, String devices, int count) throws IOException, InterruptedException {
        JsonNode answer = send("POST", "/" + DemoRealm.NAME + "/contact-center/devices", token, devices);
        if (answer.path("accepted").asInt() != count) {
            throw new IllegalStateException("The registry did not take " + count + " devices: " + answer);
        }
    }

    /**
     * Any request of the administrator that must succeed.
     *
     * @param path behind {@code /admin/realms}
     * @param body JSON; empty for none
     * @return the answer; missing if it has no body
     */
    public JsonNode send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server + "/admin/realms" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
