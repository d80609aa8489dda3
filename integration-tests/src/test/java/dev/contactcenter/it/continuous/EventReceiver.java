package dev.contactcenter.it.continuous;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contactcenter.it.server.RealmFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application that security events are pushed to (RFC 8935), and that trusts none without the realm's signature. */
final class EventReceiver implements AutoCloseable {

    private static final int ACCEPTED = 202;

    private final HttpServer server;
    private final List<String> pushed = new CopyOnWriteArrayList<>();

    EventReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/events", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    private void take(HttpExchange exchange) throws IOException {
        pushed.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(ACCEPTED, -1);
        exchange.close();
    }

    /** What a realm signed, about a session; anything that it did not sign fails the test. */
    List<JsonNode> about(RealmFixture realm, String session) {
        return pushed.stream()
                .map(event -> RealmSignature.claims(realm, event))
                .filter(claims -> claims.at("/sub_id/session/id").asText().equals(session))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
