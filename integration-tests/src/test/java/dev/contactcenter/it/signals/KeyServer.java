package dev.contactcenter.it.signals;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contactcenter.it.server.Admin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes keys as a JWK set, or does what a broken or hostile server does. */
final class KeyServer implements AutoCloseable {

    private static final int COORDINATE = 32;
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final int DRIP_MILLIS = 100;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, ECPublicKey> keys = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;

    /** What it does when it is asked. */
    public enum Mood {
        WELL,
        HANGING,
        TRICKLING,
        TALKING_NONSENSE,
        TALKING_ENDLESSLY,
        SENDING_ELSEWHERE,
        FAILING
    }

    KeyServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/jwks.json", this::answer);
        server.createContext("/moved.json", exchange -> send(exchange, set().getBytes(UTF_8)));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json";
    }

    void publish(String kid, ECPublicKey key) {
        keys.put(kid, key);
    }

    void withdraw(String kid) {
        keys.remove(kid);
    }

    void be(Mood changed) {
        mood = changed;
    }

    /** How often it was asked. */
    int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        switch (mood) {
            case WELL -> send(exchange, set().getBytes(UTF_8));
            case HANGING -> await(Long.MAX_VALUE);
            case TRICKLING -> trickle(exchange);
            case TALKING_NONSENSE -> send(exchange, "<html>Welcome</html>".getBytes(UTF_8));
            case TALKING_ENDLESSLY -> send(exchange, new byte[TEN_MEGABYTES]);
            case SENDING_ELSEWHERE -> {
                exchange.getResponseHeaders().add("Location", "/moved.json");
                exchange.sendResponseHeaders(302, -1);
            }
            case FAILING -> exchange.sendResponseHeaders(503, -1);
        }
        exchange.close();
    }

    private void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            while (!await(DRIP_MILLIS)) {
                body.write(' ');
                body.flush();
            }
        }
    }

    /** Whether it closes. */
    private boolean await(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private String set() {
        ObjectNode set = Admin.object();
        keys.forEach((kid, key) -> {
            ObjectNode jwk = set.withArray("/keys").addObject();
            jwk.put("kty", "EC").put("crv", "P-256").put("kid", kid);
            jwk.put("x", coordinate(key.getW().getAffineX().toByteArray()));
            jwk.put("y", coordinate(key.getW().getAffineY().toByteArray()));
        });
        return set.toString();
    }

    private static String coordinate(byte[] number) {
        byte[] padded = new byte[COORDINATE];
        int length = Math.min(number.length, COORDINATE);
        System.arraycopy(number, number.length - length, padded, COORDINATE - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
