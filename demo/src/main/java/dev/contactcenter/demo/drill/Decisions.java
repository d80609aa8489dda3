package dev.contactcenter.demo.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The decision records, where the reason of a refusal stands by its code. */
final class Decisions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Path file;

    Decisions(Path file) {
        this.file = file;
    }

    /** The reason of the decision whose id begins with the code. */
    String reason(String code) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<String> found = find(code);
            if (found.isPresent()) {
                return found.get();
            }
            // Records are delivered a moment after the answer.
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new IllegalStateException("No decision record has come for the code " + code);
    }

    private Optional<String> find(String code) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains("\"" + code)).findFirst().map(Decisions::reasonOf);
        } catch (IOException e) {
            throw new UncheckedIOException("The decision records cannot be read: " + file, e);
        }
    }

    private static String reasonOf(String line) {
        try {
            JsonNode decision = JSON.readTree(line);
            return decision.path("reason").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("A decision record is no JSON: " + line, e);
        }
    }
}
