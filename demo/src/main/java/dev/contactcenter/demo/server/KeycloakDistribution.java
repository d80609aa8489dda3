package dev.contactcenter.demo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Keycloak server that runs as a process of its own on the loopback interface, over plain HTTP, with a file database:
 * for trying and testing, never for production.
 *
 * <p>Can be started again after {@link #stop} or {@link #kill}, with the data it had.
 */
public final class KeycloakDistribution implements AutoCloseable {

    /** The administrator of the master realm; the password is the same. Known to all, hence loopback only. */
    public static final String ADMINISTRATOR = "admin";

    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final KeycloakOptions options;
    private final KeycloakHome home;
    private volatile @Nullable Process process;

    public KeycloakDistribution(KeycloakOptions options) {
        this.options = options;
        this.home = new KeycloakHome(options);
        // A program that is ended while it starts or uses the server must not leave it behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "keycloak-stop"));
    }

    /**
     * Unpacks and augments what is not yet, starts the server and returns when it is ready.
     *
     * @throws IllegalStateException if it does not become ready; the message holds the end of its log
     */
    public void start() {
        if (isRunning()) {
            throw new IllegalStateException("Keycloak cannot be started because it runs already: " + baseUrl());
        }
        build();
        try {
            Process launched = launch();
            process = launched;
            new Readiness(options.ports().management(), launched, log()).await(START_LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be started in " + options.workFolder(), e);
        }
    }

    private Process launch() throws IOException {
        List<String> ours = List.of(
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + options.ports().http(),
                "--http-management-port=" + options.ports().management(),
                "--hostname=" + baseUrl(),
                // A server alone needs nobody to find it; by default it would listen for others on the network.
                "--cache=local",
                // Without it H2 holds commits back for a moment, and a killed server forgets decisions it has answered.
                "--db-url-properties=;WRITE_DELAY=0");
        List<String> arguments = new ArrayList<>(List.of("start", "--optimized", "--import-realm"));
        arguments.addAll(KcArguments.of(ours, options.launch().startArguments()));
        return home.command(arguments).start();
    }

    /**
     * Takes the files of a server that was built for the same JARs and build options, which is faster than building them again;
     * nothing of its data. Does nothing if they were not built for the same.
     */
    public void takeFilesOf(KeycloakOptions built) {
        try {
            home.takeOver(new KeycloakHome(built));
        } catch (IOException e) {
            throw new UncheckedIOException("The files of a Keycloak cannot be copied to " + options.workFolder(), e);
        }
    }

    /** Unpacks and augments what is not yet, without starting the server. */
    public void build() {
        try {
            home.prepare();
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be set up in " + options.workFolder(), e);
        }
    }

    /** Ends the server and its children: politely, then by force. */
    public void stop() {
        home.abandonBuild();
        end(ProcessFamily::end);
    }

    /** Ends the server at once, as a crash or {@code kill -9} would: nothing is flushed. */
    public void kill() {
        end(ProcessFamily::kill);
    }

    private void end(Consumer<Process> blow) {
        Process running = process;
        process = null;
        if (running != null) {
            blow.accept(running);
        }
    }

    /** Deletes the database of a stopped server: the next start imports the realm anew. */
    public void forgetData() {
        if (isRunning()) {
            throw new IllegalStateException("The data of Keycloak cannot be deleted because it runs: stop it first");
        }
        home.deleteData();
    }

    /** Whether the process lives. */
    public boolean isRunning() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** The process id of the server, for a later {@code kill}. */
    public long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("Keycloak has no process id because it was not started");
        }
        return ProcessFamily.javaPid(running);
    }

    /** For example {@code http://localhost:8080}, without a slash at the end. */
    public URI baseUrl() {
        return URI.create("http://localhost:" + options.ports().http());
    }

    /** Of health and metrics, for example {@code http://127.0.0.1:9000}. */
    public URI managementUrl() {
        return URI.create("http://127.0.0.1:" + options.ports().management());
    }

    /** For example {@code http://localhost:8080/realms/contact-center}: the issuer of the realm's tokens. */
    public URI realmUrl(String realm) {
        return URI.create(baseUrl() + "/realms/" + realm);
    }

    /** What the server has written; appended to by each start. */
    public Path log() {
        return home.log();
    }

    /** Where the server is unpacked, for {@code bin/kcadm.sh} and the like. */
    public Path folder() {
        return home.folder();
    }

    /** The log's text so far. */
    public String logText() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("The log of Keycloak cannot be read: " + log(), e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
