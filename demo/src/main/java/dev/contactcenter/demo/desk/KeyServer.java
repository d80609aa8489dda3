package dev.contactcenter.demo.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contactcenter.demo.web.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Publishes the agent's key, for as long as it is up and answers. */
public final class KeyServer implements AutoCloseable {

    private final DeskAgent agent;
    private final int port = LoopbackPorts.free(1).get(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile CountDownLatch answers = new CountDownLatch(0);
    private HttpServer server;

    /** Publishes the keys of this agent from now on. */
    public KeyServer(DeskAgent agent) {
        this.agent = agent;
        this.server = serve();
    }

    /** Where they are. */
    public String url() {
        return "http://127.0.0.1:" + port + "/jwks.json";
    }

    /** Nobody listens any more, and the agent signs with a key that nobody has seen. */
    public void goDown() {
        server.stop(0);
        agent.changeKey();
    }

    /** Listens again. */
    public void comeBack() {
        server = serve();
    }

    /** Takes connections and says nothing. */
    public void hang() {
        answers = new CountDownLatch(1);
        agent.changeKey();
    }

    /** Answers again, also those who wait. */
    public void answerAgain() {
        answers.countDown();
    }

    private HttpServer serve() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.setExecutor(threads);
            started.createContext("/jwks.json", this::answer);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("The agent's keys cannot be published on port " + port, e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            answers.await();
            byte[] keys = agent.publicKeys();
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        answers.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
