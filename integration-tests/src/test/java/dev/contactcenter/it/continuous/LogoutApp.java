package dev.contactcenter.it.continuous;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contactcenter.it.server.RealmFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An application that wants to be told when its sessions end (OpenID Connect Back-Channel Logout 1.0). */
final class LogoutApp implements AutoCloseable {

    /** How it takes what it is told. */
    enum Mood {
        /** It is told. */
        WELL,
        /** It answers that it cannot at the moment. */
        FAILING,
        /** It answers nothing. */
        HANGING
    }

    private static final String PARAMETER = "logout_token=";
    private static final int NO_BODY = -1;

    private final RealmFixture realm;
    private final String clientId;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;

    /** A client of the realm, which from now on tells this application. */
    LogoutApp(RealmFixture realm, String clientId) {
        this.realm = realm;
        this.clientId = clientId;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/logout", this::take);
        server.setExecutor(threads);
        server.start();
        realm.admin()
                .change(
                        "/clients/" + realm.admin().clientId(clientId),
                        client -> client.withObject("/attributes")
                                .put(
                                        "backchannel.logout.url",
                                        "http://127.0.0.1:"
                                                + server.getAddress().getPort() + "/logout")
                                .put("backchannel.logout.session.required", "true"))
                .orFail();
    }

    String clientId() {
        return clientId;
    }

    void be(Mood changed) {
        mood = changed;
    }

    private void take(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        told.add(RealmSignature.claims(
                realm, URLDecoder.decode(form.substring(PARAMETER.length()), StandardCharsets.US_ASCII)));
        switch (mood) {
            case WELL -> exchange.sendResponseHeaders(200, NO_BODY);
            case FAILING -> exchange.sendResponseHeaders(503, NO_BODY);
            case HANGING -> hang();
        }
        exchange.close();
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The claims of what it was told about a session, attempt after attempt. */
    List<JsonNode> about(String session) {
        return told.stream()
                .filter(claims -> claims.path("sid").asText().equals(session))
                .toList();
    }

    /** How often it was told something about these sessions. */
    long attempts(Collection<String> sessions) {
        return told.stream()
                .filter(claims -> sessions.contains(claims.path("sid").asText()))
                .count();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }
}
