package dev.contactcenter.demo.telephony;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the names of states mean that one telephony system uses, read from a file.
 *
 * @param system its name
 * @param contacts where an event lists what the person is busy with
 * @param interaction where a contact has its id
 * @param tables asked in this order: the first that knows the word at its place decides
 */
public record StateMapping(String system, JsonPointer contacts, JsonPointer interaction, List<Table> tables) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public StateMapping {
        tables = List.copyOf(tables);
    }

    /**
     * The words of one place.
     *
     * @param at where a contact has the word
     */
    public record Table(JsonPointer at, Map<String, InteractionState> words) {

        public Table {
            words = Map.copyOf(words);
        }

        Optional<InteractionState> read(JsonNode contact) {
            return Optional.ofNullable(words.get(contact.at(at).asText()));
        }
    }

    /**
     * The mapping of this name.
     *
     * @param name for example {@code genesys-cloud}
     * @throws IllegalArgumentException if there is none, or it cannot be used
     */
    public static StateMapping named(String name) {
        try (@Nullable InputStream file = StateMapping.class.getResourceAsStream("/demo/telephony/" + name + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no mapping for the telephony system '" + name + "'");
            }
            return of(JSON.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The mapping '" + name + "' cannot be read", e);
        }
    }

    private static StateMapping of(JsonNode file) {
        return new StateMapping(
                file.path("system").asText(),
                JsonPointer.compile(file.path("contacts").asText()),
                JsonPointer.compile(file.path("interaction").asText()),
                file.path("states").valueStream().map(StateMapping::table).toList());
    }

    private static Table table(JsonNode table) {
        Map<String, InteractionState> words = new LinkedHashMap<>();
        table.path("words").properties().forEach(word -> words.put(word.getKey(), state(word.getValue())));
        return new Table(JsonPointer.compile(table.path("at").asText()), words);
    }

    private static InteractionState state(JsonNode word) {
        return InteractionState.of(word.asText())
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + word.asText() + "' is no state: live, wrap-up or idle"));
    }

    /** What an event says. No contact at all means that the person is busy with nobody. */
    public Told read(JsonNode event) {
        Told.State most = new Told.State(InteractionState.IDLE, "");
        for (JsonNode contact : event.at(contacts)) {
            Optional<InteractionState> state = tables.stream()
                    .flatMap(table -> table.read(contact).stream())
                    .findFirst();
            if (state.isEmpty()) {
                return new Told.NotKnown(contact.at(tables.getLast().at()).asText());
            }
            if (state.get().compareTo(most.state()) < 0) {
                most = new Told.State(state.get(), contact.at(interaction).asText());
            }
        }
        return most;
    }
}
