package dev.contactcenter.benchmarks.audit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes whatever is sent, on the loopback interface. */
final class WebhookReceiver implements AutoCloseable {

    private static final int TAKEN = 204;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    private WebhookReceiver(HttpServer server) {
        this.server = server;
    }

    static WebhookReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var receiver = new WebhookReceiver(server);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(TAKEN, NO_BODY);
            exchange.close();
        });
        server.setExecutor(receiver.threads);
        server.start();
        return receiver;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/records";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
