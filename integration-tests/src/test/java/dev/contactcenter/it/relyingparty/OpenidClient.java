package dev.contactcenter.it.relyingparty;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.server.Admin;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Node.js process in which {@code openid-client} is the relying party; see {@code src/test/node}. */
final class OpenidClient implements AutoCloseable {

    private static final Path FOLDER = Path.of("integration-tests", "src", "test", "node");
    private static final Path PLACE = Path.of("integration-tests", "target", "node");
    private static final String SCRIPT = "relying-party.mjs";
    private static final List<String> FILES = List.of("package.json", "package-lock.json", SCRIPT);
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    private OpenidClient(Process process) {
        this.process = process;
        this.answers = process.inputReader(UTF_8);
        this.orders = process.outputWriter(UTF_8);
    }

    /**
     * Installs what the lock file names and starts it.
     *
     * @param root the checkout
     */
    static OpenidClient start(Path root) {
        Path place = root.resolve(PLACE);
        try {
            Files.createDirectories(place);
            boolean same = Files.isDirectory(place.resolve("node_modules/openid-client"));
            for (String file : FILES) {
                String wanted = Files.readString(root.resolve(FOLDER).resolve(file));
                Path there = place.resolve(file);
                same &= file.equals(SCRIPT)
                        || (Files.exists(there) && Files.readString(there).equals(wanted));
                Files.writeString(there, wanted);
            }
            if (!same) {
                install(place);
            }
            return new OpenidClient(command(place, "node", SCRIPT)
                    .redirectError(place.resolve("errors.log").toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "openid-client cannot be started, because Node.js 20 or newer and npm are not on the PATH: on"
                            + " Debian, apt-get install npm",
                    e);
        }
    }

    private static void install(Path place) throws IOException {
        Process npm = command(place, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("install.log").toFile())
                .start();
        try {
            if (!npm.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || npm.exitValue() != 0) {
                npm.destroy();
                throw new IllegalStateException("openid-client cannot be installed; npm says: "
                        + Files.readString(place.resolve("install.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("openid-client was not installed because of an interruption", e);
        }
    }

    private static ProcessBuilder command(Path place, String... command) {
        return new ProcessBuilder(command).directory(place.toFile());
    }

    /** What an order gave. */
    JsonNode ask(String order, Map<String, ?> more) {
        JsonNode answer = order(order, more);
        if (answer.has("error")) {
            throw new AssertionError(order + " failed: " + answer);
        }
        return answer.path("ok");
    }

    /** What an order gave that needs nothing else. */
    JsonNode ask(String order) {
        return ask(order, Map.of());
    }

    /** What the library told of an order that failed. */
    JsonNode refused(String order, Map<String, ?> more) {
        JsonNode answer = order(order, more);
        if (!answer.has("error")) {
            throw new AssertionError(order + " went well: " + answer);
        }
        return answer.path("error");
    }

    private JsonNode order(String order, Map<String, ?> more) {
        ObjectNode line = Admin.object().put("do", order);
        more.forEach((name, value) -> line.putPOJO(name, value));
        try {
            orders.write(line.toString());
            orders.newLine();
            orders.flush();
            @Nullable String answer = answers.readLine();
            if (answer == null) {
                throw new AssertionError("The relying party ended at '" + order + "'; see target/node/errors.log");
            }
            return Admin.object(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("The relying party does not answer to '" + order + "'", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
