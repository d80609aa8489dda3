package dev.contactcenter.it.ssf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contactcenter.it.server.Admin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A transmitter of security events, with its keys, its poll endpoint and its authorization server; well-behaved or not. */
final class Transmitter implements AutoCloseable {

    static final String AUDIENCE = "https://receiver.example.test";
    static final String FIRST_KEY = "set-key-1";
    static final String STREAM_ID = "stream-4711";

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private final String issuer;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, KeyPair> published = new ConcurrentHashMap<>();
    private final Map<String, String> queue = new LinkedHashMap<>();
    private final List<JsonNode> polls = new CopyOnWriteArrayList<>();
    private final List<JsonNode> verifications = new CopyOnWriteArrayList<>();
    private final KeyPair key = newKey(2048);
    private volatile Mood mood = Mood.WELL;

    /** What it does when it is asked for keys or polled. */
    enum Mood {
        WELL,
        HANGING,
        TALKING_NONSENSE,
        TALKING_ENDLESSLY,
        REPEATING,
        FAILING
    }

    Transmitter(String issuer) {
        this.issuer = issuer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/jwks.json", exchange -> moody(exchange, jwks()));
        server.createContext("/poll", this::poll);
        server.createContext("/token", exchange -> send(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":60}"));
        server.createContext("/verify", this::verify);
        server.start();
        published.put(FIRST_KEY, key);
    }

    String issuer() {
        return issuer;
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void be(Mood changed) {
        mood = changed;
    }

    KeyPair key() {
        return key;
    }

    /** A key that it uses from now on as well. */
    KeyPair addKey(String kid) {
        KeyPair added = newKey(2048);
        published.put(kid, added);
        return added;
    }

    void withdraw(String kid) {
        published.remove(kid);
    }

    void publish(String kid, KeyPair pair) {
        published.put(kid, pair);
    }

    /** An event that its stream may carry. */
    SetText set(String type) {
        return new SetText(this, type);
    }

    /** Has an event ready for the next poll, under this id. */
    void queue(String jti, String set) {
        synchronized (queue) {
            queue.put(jti, set);
        }
    }

    /** Ids of events that nobody acknowledged or complained of. */
    List<String> queued() {
        synchronized (queue) {
            return List.copyOf(queue.keySet());
        }
    }

    /** The polls so far. */
    List<JsonNode> polls() {
        return List.copyOf(polls);
    }

    /** What was asked for verifications. */
    List<JsonNode> verifications() {
        return List.copyOf(verifications);
    }

    private void poll(HttpExchange exchange) throws IOException {
        JsonNode asked = Admin.object(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        polls.add(asked);
        if (!"Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "");
            return;
        }
        moody(exchange, answer(asked));
    }

    private String answer(JsonNode asked) {
        ObjectNode answer = Admin.object();
        ObjectNode sets = answer.withObject("/sets");
        synchronized (queue) {
            if (mood != Mood.REPEATING) {
                asked.path("ack").forEach(jti -> queue.remove(jti.asText()));
                asked.path("setErrs").properties().forEach(error -> queue.remove(error.getKey()));
            }
            queue.entrySet().stream()
                    .limit(asked.path("maxEvents").asInt(1))
                    .forEach(one -> sets.put(one.getKey(), one.getValue()));
            answer.put("moreAvailable", mood == Mood.REPEATING || sets.size() < queue.size());
        }
        return answer.toString();
    }

    private void verify(HttpExchange exchange) throws IOException {
        verifications.add(Admin.object(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private void moody(HttpExchange exchange, String well) throws IOException {
        switch (mood) {
            case WELL, REPEATING -> send(exchange, 200, well);
            case HANGING -> await();
            case TALKING_NONSENSE -> send(exchange, 200, "<html>Welcome</html>");
            case TALKING_ENDLESSLY -> send(exchange, 200, "{\"sets\":{\"x\":\"" + "x".repeat(TEN_MEGABYTES) + "\"}}");
            case FAILING -> send(exchange, 503, "");
        }
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String jwks() {
        ObjectNode set = Admin.object();
        published.forEach((kid, pair) -> {
            RSAPublicKey rsa = (RSAPublicKey) pair.getPublic();
            ObjectNode jwk = set.withArray("/keys").addObject();
            jwk.put("kty", "RSA").put("use", "sig").put("alg", "RS256").put("kid", kid);
            jwk.put("n", number(rsa.getModulus())).put("e", number(rsa.getPublicExponent()));
        });
        return set.toString();
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        byte[] magnitude = Arrays.copyOfRange(bytes, sign, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }

    /** A key of nobody's. */
    static KeyPair newKey(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
