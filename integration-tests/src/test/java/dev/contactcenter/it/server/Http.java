package dev.contactcenter.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Plain requests, without redirects being followed. */
public final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Http() {}

    /** Sends any request. */
    public static Answer send(HttpRequest.Builder request) {
        return send(CLIENT, request);
    }

    /** A client that sends from another address of this computer. */
    public static HttpClient from(InetAddress address) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .localAddress(address)
                .build();
    }

    /** Sends any request with a client of the test's own. */
    public static Answer send(HttpClient client, HttpRequest.Builder request) {
        try {
            return Answer.of(client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("A request was not answered because waiting for it was interrupted", e);
        }
    }

    /** Gets a page. */
    public static Answer get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    /** Posts a form. */
    public static Answer post(String url, Map<String, String> form) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form))));
    }

    /** Encodes the parameters of a form or of a query. */
    public static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry ->
                        URLEncoder.encode(entry.getKey(), UTF_8) + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
