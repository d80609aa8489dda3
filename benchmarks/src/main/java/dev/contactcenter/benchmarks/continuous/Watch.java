package dev.contactcenter.benchmarks.continuous;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.benchmarks.server.SignIns;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Uses tokens of a session at one server, again and again, until the server does not take them any more. */
final class Watch {

    private static final long PAUSE_MILLIS = 10;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String endpoint;

    /**
     * At a server.
     *
     * @param realm its URL there
     */
    Watch(String realm) {
        this.endpoint = realm + "/protocol/openid-connect/token";
    }

    /** A question about a session that is answered with yes as long as the session goes on. */
    interface Question {
        boolean goesOn() throws IOException, InterruptedException;
    }

    /** Whether a refresh is granted. */
    Question refresh(SignIns.Tokens tokens) {
        return () -> post(
                                endpoint,
                                Map.of(
                                        "grant_type",
                                        "refresh_token",
                                        "client_id",
                                        "agent-desktop",
                                        "refresh_token",
                                        tokens.refresh()))
                        .statusCode()
                == 200;
    }

    /** Whether a resource server hears that the access token is active. */
    Question introspection(SignIns.Tokens tokens) {
        return () -> JSON.readTree(post(
                                endpoint + "/introspect",
                                Map.of(
                                        "client_id",
                                        Scene.ASKING,
                                        "client_secret",
                                        Scene.SECRET,
                                        "token",
                                        tokens.access()))
                        .body())
                .path("active")
                .asBoolean();
    }

    /** Asks until the answer is no, and gives the moment of that answer ({@link System#nanoTime}). */
    static long end(Question question) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (question.goesOn()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("A session that was to end goes on for half a minute");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return System.nanoTime();
    }

    private HttpResponse<String> post(String url, Map<String, String> fields) throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
