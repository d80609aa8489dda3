package dev.contactcenter.benchmarks.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What services do at a realm. */
final class RealmRest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI realm;

    RealmRest(URI realm) {
        this.realm = realm;
    }

    /** A token of a service, with what its client is given by default. */
    String token(String client) throws IOException, InterruptedException {
        return granted("grant_type=client_credentials&client_id=" + client + "&client_secret=" + LoadRealm.SECRET);
    }

    /** A token of a service for a scope, which is encoded already. */
    String token(String client, String scope) throws IOException, InterruptedException {
        return granted("grant_type=client_credentials&client_id=" + client + "&client_secret=" + LoadRealm.SECRET
                + "&scope=" + scope);
    }

    private String granted(String form) throws IOException, InterruptedException {
        JsonNode answer = send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return answer.path("access_token").asText();
    }

    /** A person is in a call. */
    void live(String token, String session, int sequence) throws IOException, InterruptedException {
        String body = "{\"state\":\"live\",\"interaction_id\":\"call-" + sequence + "\",\"sequence\":" + sequence + "}";
        JsonNode answer = send(HttpRequest.newBuilder(URI.create(realm + "/contact-center/interactions/" + session))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
        if (!answer.path("outcome").asText().equals("stored")) {
            throw new IllegalStateException("The state of an interaction was not stored: " + answer);
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest ready = request.build();
        HttpResponse<String> answer = http.send(ready, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(ready.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
