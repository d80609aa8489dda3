package dev.contactcenter.kit.interaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of an interaction, as it was told.
 *
 * @param id of the interaction in the system that tells it; empty where there is none
 * @param sequence the sender's own number: a report with a lower or the same number comes too late, whatever its time
 * @param queue where the interaction came in; empty if nobody said
 * @param customer what the sender calls the customer; empty if nobody said
 * @param observedAt when it was told
 * @param expires from when on silence means that nobody knows any more
 */
public record InteractionReport(
        InteractionState state,
        String id,
        long sequence,
        String queue,
        String customer,
        Instant observedAt,
        Instant expires) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether this takes the place of one that is known. */
    public boolean replaces(InteractionReport known) {
        return sequence > known.sequence;
    }

    /** Whether it still counts. */
    public boolean isOver(Instant now) {
        return !now.isBefore(expires);
    }

    /** As a session's note. */
    public String asNote() {
        ObjectNode note = JSON.createObjectNode()
                .put("state", state.word())
                .put("id", id)
                .put("sequence", sequence)
                .put("at", observedAt.toString())
                .put("expires", expires.toString());
        put(note, "queue", queue);
        put(note, "customer", customer);
        return note.toString();
    }

    private static void put(ObjectNode note, String member, String text) {
        if (!text.isEmpty()) {
            note.put(member, text);
        }
    }

    /** Reads a note back; nothing if it is none. */
    public static Optional<InteractionReport> of(String note) {
        try {
            JsonNode told = JSON.readTree(note);
            return InteractionState.of(told.path("state").asText())
                    .map(state -> new InteractionReport(
                            state,
                            told.path("id").asText(),
                            told.path("sequence").asLong(),
                            told.path("queue").asText(),
                            told.path("customer").asText(),
                            Instant.parse(told.path("at").asText()),
                            Instant.parse(told.path("expires").asText())));
        } catch (JsonProcessingException | DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
