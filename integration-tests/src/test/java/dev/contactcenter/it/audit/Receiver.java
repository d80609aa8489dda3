package dev.contactcenter.it.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of webhooks, well-behaved or not. It keeps what it said that it took, and checks each signature as its owner would. */
final class Receiver implements AutoCloseable {

    static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(UTF_8));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 204;
    private static final int BUSY = 503;
    private static final int TOO_LARGE = 413;

    private final List<Message> taken = new CopyOnWriteArrayList<>();
    private final Semaphore visits = new Semaphore(0);
    private final int port;
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger untilHeld = new AtomicInteger(Integer.MAX_VALUE);
    private volatile Mood mood = Mood.WELL;
    private HttpServer server;
    private ExecutorService threads = Executors.newCachedThreadPool();

    /** What it does with a message. */
    enum Mood {
        WELL,
        SLOW,
        REFUSING,
        REDIRECTING,
        /** It takes the message and is gone before it can say so. */
        FORGETFUL,
        NO_DENIALS,
        ONE_AT_A_TIME
    }

    /** One message that it took. */
    record Message(String id, String body) {}

    Receiver() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listen(int wanted) {
        try {
            HttpServer created = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            created.setExecutor(threads);
            created.createContext("/records", this::receive);
            created.start();
            return created;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://localhost:" + port + "/records";
    }

    void is(Mood next) {
        mood = next;
    }

    void goDown() {
        server.stop(0);
        threads.shutdownNow();
    }

    void comeBack() {
        threads = Executors.newCachedThreadPool();
        server = listen(port);
    }

    /** Waits until something has tried to deliver since this was asked the last time. */
    void awaitVisit() {
        visits.drainPermits();
        visits.acquireUninterruptibly();
    }

    /** Takes so many messages more at once, and the one after these only when it is let go; then all others at once again. */
    void holdAfter(int messages) {
        untilHeld.set(messages);
    }

    /** Waits until the message is there that is held. */
    void awaitHeld() {
        visits.drainPermits();
        while (untilHeld.get() >= 0) {
            visits.acquireUninterruptibly();
        }
    }

    void letGo() {
        goOn.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean held = untilHeld.getAndDecrement() == 0;
        visits.release();
        if (held) {
            await(goOn);
        }
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        if (!isSigned(exchange, id, body)) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        switch (mood) {
            case WELL -> take(exchange, id, body);
            case SLOW -> {
                takeItsTime();
                take(exchange, id, body);
            }
            case REFUSING -> answer(exchange, BUSY);
            case REDIRECTING -> {
                exchange.getResponseHeaders().add("Location", url());
                answer(exchange, 307);
            }
            case FORGETFUL -> {
                taken.add(new Message(id, body));
                exchange.close();
            }
            case NO_DENIALS -> {
                if (body.contains("\"outcome\":\"deny\"")) {
                    answer(exchange, TOO_LARGE);
                } else {
                    take(exchange, id, body);
                }
            }
            case ONE_AT_A_TIME -> {
                if (records(body).size() > 1) {
                    answer(exchange, TOO_LARGE);
                } else {
                    take(exchange, id, body);
                }
            }
        }
    }

    private void take(HttpExchange exchange, String id, String body) throws IOException {
        taken.add(new Message(id, body));
        answer(exchange, OK);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** Being slow is the mood itself, and not waiting for something. */
    private static void takeItsTime() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isSigned(HttpExchange exchange, String id, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
            String time = exchange.getRequestHeaders().getFirst("webhook-timestamp");
            String expected = "v1,"
                    + Base64.getEncoder().encodeToString(mac.doFinal((id + "." + time + "." + body).getBytes(UTF_8)));
            return List.of(exchange.getRequestHeaders()
                            .getFirst("webhook-signature")
                            .split(" "))
                    .contains(expected);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is always there", e);
        }
    }

    /** Each line that it took, in order, those of messages that came again once. */
    List<String> lines() {
        Set<String> seen = new LinkedHashSet<>();
        List<String> lines = new ArrayList<>();
        for (Message message : taken) {
            if (seen.add(message.id())) {
                lines.addAll(exactly(message.body()));
            }
        }
        return lines;
    }

    /** Each line of all messages, those that came again included. */
    List<String> everyLine() {
        return taken.stream()
                .flatMap(message -> exactly(message.body()).stream())
                .toList();
    }

    /** The records and checkpoints as bytes would be: between records of the pack stands no space, so that writing gives what was read. */
    private static List<String> exactly(String body) {
        return records(body).stream().map(JsonNode::toString).toList();
    }

    /** The records that it took, each once. */
    List<JsonNode> records() {
        return lines().stream()
                .map(Receiver::parse)
                .filter(line -> line.path("checkpoint").isMissingNode())
                .toList();
    }

    private static List<JsonNode> records(String body) {
        return parse(body).path("data").valueStream().toList();
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
