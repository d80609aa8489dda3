package dev.contactcenter.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Where apps of tests live: a page without anything on it, at every path. Ends with the JVM. */
final class EmptyApps {

    private static final byte[] PAGE = "<!doctype html><title>App</title>".getBytes(UTF_8);

    private EmptyApps() {}

    /** Starts it on a free port; for example {@code http://localhost:9999}. */
    static String start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", EmptyApps::show);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "apps");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return "http://localhost:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("The apps of the tests cannot be served", e);
        }
    }

    private static void show(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
        }
    }
}
