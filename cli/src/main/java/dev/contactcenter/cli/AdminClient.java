package dev.contactcenter.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a realm's administration, as a client with a service account. */
final class AdminClient implements AutoCloseable {

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
            HttpResponse<String> login = send(server.login());
            if (login.statusCode() != OK) {
                return new Answer.Refused("The server does not let this client in: " + Reply.why(login));
            }
            HttpResponse<String> told = send(request.header(
                    "Authorization",
                    "Bearer " + Reply.json(login).path("access_token").asText()));
            return told.statusCode() == OK
                    ? new Answer.Told(Reply.json(told))
                    : new Answer.Refused("The server does not do it: " + Reply.why(told));
        } catch (IOException silent) {
            return new Answer.Refused("The server does not answer: " + silent + ".");
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
    }
}
