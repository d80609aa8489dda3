package dev.contactcenter.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Asks a realm's administration, as a client with a service account. */
final class AdminClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** A test of a sink waits for the sink. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ServerOptions server;

    AdminClient(ServerOptions server) {
        this.server = server;
    }

    /** What the server said. */
    sealed interface Answer {

        /** It did what it was asked. */
        record Told(JsonNode body) implements Answer {}

        /** It did not, or nobody knows; a sentence. */
        record Refused(String why) implements Answer {}
    }

    /** @param path behind the realm's name */
    Answer get(String path) throws InterruptedException {
        return ask(HttpRequest.newBuilder(URI.create(server.adminUrl() + path)));
    }

    /** @param path behind the realm's name */
    Answer post(String path) throws InterruptedException {
        return ask(HttpRequest.newBuilder(URI.create(server.adminUrl() + path)).POST(BodyPublishers.noBody()));
    }

    private Answer ask(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> login =
                    send(HttpRequest.newBuilder(URI.create(server.realmUrl() + "/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(Encoding.form(Map.of(
                                    "grant_type", "client_credentials",
                                    "client_id", server.client(),
                                    "client_secret", server.secret())))));
            if (login.statusCode() != OK) {
                return new Answer.Refused("The server does not let this client in: " + why(login));
            }
            HttpResponse<String> told = send(request.header(
                    "Authorization",
                    "Bearer " + json(login).path("access_token").asText()));
            return told.statusCode() == OK
                    ? new Answer.Told(json(told))
                    : new Answer.Refused("The server does not do it: " + why(told));
        } catch (IOException silent) {
            return new Answer.Refused("The server does not answer: " + silent + ".");
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** What RFC 9457 and RFC 6749 §5.2 let a server say, or the status alone. */
    private static String why(HttpResponse<String> response) {
        JsonNode body = json(response);
        String said = body.path("detail").asText(body.path("error_description").asText(""));
        return said.isEmpty() ? "status " + response.statusCode() : said + " (status " + response.statusCode() + ")";
    }

    @Override
    public void close() {
        http.close();
    }
}
