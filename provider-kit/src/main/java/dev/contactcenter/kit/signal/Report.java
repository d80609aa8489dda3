package dev.contactcenter.kit.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Observation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * What one source told, and when.
 *
 * @param source the name of its component
 */
record Report(String source, Observation observation, Instant observedAt) {

    private static final Logger LOG = Logger.getLogger(Report.class);
    /** A certificate is shown with every request; to write each time to the session would be a change of the database for each. */
    private static final Duration SAME_FOR = Duration.ofSeconds(30);

    /** When it was observed, as numbers: each request reads them back, and a date takes ten times as long to read. */
    private static final String SECOND = "at_second";

    private static final String NANOS = "at_nanos";
    private static final String DATE = "at";

    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isStale(Instant now, Duration maxAge) {
        return Evidence.isStale(observedAt, now, maxAge);
    }

    Evidence.Known<Observation> asEvidence() {
        return new Evidence.Known<>(observation, observedAt);
    }

    /** The device that it is about; nothing if it names none. */
    Optional<String> device() {
        return observation.value(Attribute.DEVICE_ID) instanceof String id ? Optional.of(id) : Optional.empty();
    }

    /** Whether it says more than which device it is. */
    boolean describes() {
        return observation.values().keySet().stream().anyMatch(attribute -> attribute != Attribute.DEVICE_ID);
    }

    /** Whether both come from one source, so that only the later one counts. */
    boolean isOfSameSource(Report other) {
        return source.equals(other.source);
    }

    /** Whether the same source said something later; then this is shown again to hide that. */
    boolean isOlderThanAnyOf(List<Report> others) {
        return others.stream().anyMatch(other -> isOfSameSource(other) && observedAt.isBefore(other.observedAt));
    }

    /** Whether the same source told something later. */
    boolean isReplacedBy(Report other) {
        return isOfSameSource(other) && other.describes() && other.observedAt.isAfter(observedAt);
    }

    /** Whether all that it says is known from an earlier one; that a device is still the same is nothing new for a while. */
    boolean addsNothingTo(Report earlier) {
        return equals(earlier)
                || (!describes()
                        && isOfSameSource(earlier)
                        && observation.equals(earlier.observation)
                        && !earlier.isStale(observedAt, SAME_FOR));
    }

    /** As a session remembers it. Only words and texts: no source of what is remembered tells anything else. */
    static String write(List<Report> reports) {
        try {
            return JSON.writeValueAsString(reports.stream().map(Report::told).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps of text cannot fail to be written", e);
        }
    }

    private Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        told.put("source", source);
        told.put(SECOND, Long.toString(observedAt.getEpochSecond()));
        told.put(NANOS, Integer.toString(observedAt.getNano()));
        observation.values().forEach((attribute, value) -> told.put(attribute.path(), value.toString()));
        return told;
    }

    /** Reads a note back; of one that cannot be read, nothing. */
    static List<Report> read(String note) {
        try {
            return JSON.readTree(note).valueStream().map(Report::of).toList();
        } catch (JsonProcessingException | DateTimeException | NumberFormatException unreadable) {
            LOG.warn("A session's note of what its device reported cannot be read and counts as malformed");
            return List.of();
        }
    }

    private static Report of(JsonNode told) {
        Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
        told.properties()
                .forEach(member -> Attribute.at(member.getKey())
                        .filter(attribute -> attribute.kind().type() == String.class)
                        .ifPresent(attribute ->
                                values.put(attribute, member.getValue().asText())));
        return new Report(told.path("source").asText(), new Observation(values), at(told));
    }

    /** Notes that earlier servers wrote have a date, and sessions live for months. */
    private static Instant at(JsonNode told) {
        return told.has(DATE)
                ? Instant.parse(told.path(DATE).asText())
                : Instant.ofEpochSecond(number(told, SECOND), number(told, NANOS));
    }

    private static long number(JsonNode told, String member) {
        return Long.parseLong(told.path(member).asText());
    }
}
