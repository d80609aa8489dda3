package dev.contactcenter.it.relyingparty;

import dev.contactcenter.demo.web.LoopbackPorts;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The Spring Boot application of {@code integration-tests/spring-relying-party} in a process, and with a class path, of its own. */
final class SpringApplicationProcess implements AutoCloseable {

    private static final Path BUILT = Path.of("integration-tests", "spring-relying-party", "target");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int port = LoopbackPorts.free(1).getFirst();
    private Optional<Process> process = Optional.empty();

    /** Where it listens once it is started. */
    URI url() {
        return URI.create("http://localhost:" + port);
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param root the checkout
     */
    void start(Path root, String issuer, URI recordings) {
        Path built = root.resolve(BUILT);
        Path log = built.resolve("application.log");
        try {
            Process started = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            built.resolve("classes") + ":" + Files.readString(built.resolve("class-path.txt")),
                            "dev.contactcenter.springrelyingparty.RelyingPartyApplication",
                            "--server.port=" + port,
                            "--issuer=" + issuer,
                            "--recordings=" + recordings,
                            "--secret=" + Clients.SECRET)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process = Optional.of(started);
        } catch (IOException e) {
            throw new UncheckedIOException("The Spring application cannot be started from " + built, e);
        }
        Waiting.until(PATIENCE, this::answer, () -> "The Spring application does not answer; its log: " + read(log));
    }

    private Optional<Answer> answer() {
        if (process.filter(Process::isAlive).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Http.get(url() + "/api/queues"));
        } catch (UncheckedIOException notYet) {
            return Optional.empty();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Asks one of its APIs as somebody who has this token. */
    Answer api(String path, String token) {
        return Http.send(HttpRequest.newBuilder(URI.create(url() + path)).header("Authorization", "Bearer " + token));
    }

    @Override
    public void close() {
        process.ifPresent(Process::destroy);
    }
}
