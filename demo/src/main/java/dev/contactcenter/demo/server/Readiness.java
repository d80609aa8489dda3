package dev.contactcenter.demo.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Waits for a starting server. Keycloak listens before it is ready and answers 503 until then, so only its health endpoint
 * tells.
 */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int LINES_TO_SHOW = 20;

    private final URI health;
    private final Process process;
    private final Path log;

    Readiness(int managementPort, Process process, Path log) {
        this.health = URI.create("http://127.0.0.1:" + managementPort + "/health/ready");
        this.process = process;
        this.log = log;
    }

    void await(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (!isReady(client)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("Keycloak ended with exit code " + process.exitValue()
                            + " before it was ready:\n" + tail());
                }
                if (System.nanoTime() > deadline) {
                    ProcessFamily.kill(process);
                    throw new IllegalStateException("Keycloak was not ready within " + limit + ":\n" + tail());
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            ProcessFamily.end(process);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Keycloak was not ready because waiting for it was interrupted", e);
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TO_SHOW), lines.size()))
                    + "\n(the whole log: " + log + ")";
        } catch (IOException e) {
            return "(its log cannot be read: " + log + ")";
        }
    }
}
