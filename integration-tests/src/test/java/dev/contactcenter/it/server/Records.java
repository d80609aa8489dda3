package dev.contactcenter.it.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The decision records that a server has written to its file. */
public final class Records {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Path> files;

    /** The records in a file, which need not exist yet. */
    public Records(Path file) {
        this(List.of(file));
    }

    /** The records of several servers, each with a file of its own. */
    public Records(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** Those of a realm so far, in the order of their delivery. */
    public List<JsonNode> of(String realm) {
        return all().stream()
                .filter(record -> record.path("realm").asText().equals(realm))
                .toList();
    }

    /** Those of the decisions of a realm, without those of what happened without being asked for. */
    public List<JsonNode> decisionsOf(String realm) {
        return of(realm).stream().filter(record -> !record.has("event")).toList();
    }

    /** All so far; a line that is being written does not count yet. */
    public List<JsonNode> all() {
        return files.stream()
                .map(Records::text)
                .flatMap(text -> text.substring(0, text.lastIndexOf('\n') + 1).lines())
                .filter(line -> !line.isBlank())
                .map(Records::parse)
                .toList();
    }

    /** What is written, as it is. */
    public String text() {
        return files.stream().map(Records::text).collect(Collectors.joining());
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("The records cannot be read: " + file, e);
        }
    }

    /** Waits for a record of a realm and gives the first. */
    public JsonNode await(String realm, Predicate<JsonNode> wanted) {
        return await(realm, wanted, PATIENCE);
    }

    /** Waits for a record of a realm, for so long at most, and gives the first. */
    public JsonNode await(String realm, Predicate<JsonNode> wanted, Duration patience) {
        return Waiting.until(
                patience,
                () -> of(realm).stream().filter(wanted).findFirst(),
                () -> "No such record of " + realm + " among:\n"
                        + of(realm).stream().map(JsonNode::toString).collect(Collectors.joining("\n")));
    }

    /** For {@link #await}: a record with this outcome that is about exactly these actions. */
    public static Predicate<JsonNode> decided(String outcome, String... actions) {
        return record -> record.path("outcome").asText().equals(outcome)
                && record.path("actions")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList()
                        .equals(List.of(actions));
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("A line of the records is no JSON: " + line, e);
        }
    }
}
