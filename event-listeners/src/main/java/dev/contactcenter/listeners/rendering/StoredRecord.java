package dev.contactcenter.listeners.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A decision record as it is read back, with nothing hidden in its texts. A member that is not there reads as empty.
 *
 * @param json the record
 */
record StoredRecord(JsonNode json) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static StoredRecord of(JsonNode stored) {
        return new StoredRecord(neutral(stored));
    }

    private static JsonNode neutral(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = NODES.objectNode();
            node.properties()
                    .forEach(member -> object.set(NeutralText.of(member.getKey()), neutral(member.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode();
            node.forEach(one -> array.add(neutral(one)));
            return array;
        }
        return node.isTextual() ? NODES.textNode(NeutralText.of(node.textValue())) : node;
    }

    /** A text; a number as text. */
    String text(String pointer) {
        return json.at(pointer).asText("");
    }

    boolean has(String pointer) {
        return !json.at(pointer).isMissingNode();
    }

    boolean is(String pointer) {
        return json.at(pointer).asBoolean();
    }

    long number(String pointer) {
        return json.at(pointer).asLong();
    }

    List<String> texts(String pointer) {
        List<String> texts = new ArrayList<>();
        json.at(pointer).forEach(one -> texts.add(one.asText("")));
        return texts;
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    RecordKind kind() {
        return RecordKind.of(this);
    }

    /** The id of the decision: of its own record, or of the one that an event belongs to; empty if it belongs to none. */
    String decision() {
        if (text("/event").isEmpty()) {
            return text("/id");
        }
        String of = text("/decision");
        return of.isEmpty() ? text("/about/decision") : of;
    }

    /** The moment, or 1970 where a record of another recorder tells none that can be read. */
    Instant time() {
        try {
            return Instant.parse(text("/time"));
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }

    /** What was decided about as privileges: the mode, and the actions. */
    List<String> privileges() {
        List<String> privileges = new ArrayList<>();
        for (String mode : text("/mode").split(" ", -1)) {
            if (!mode.isEmpty()) {
                privileges.add("mode:" + mode);
            }
        }
        privileges.addAll(texts("/actions"));
        return privileges;
    }

    /** One sentence for people. */
    String sentence() {
        String who = text("/actor/username").isEmpty() ? "somebody" : text("/actor/username");
        String what = String.join(" ", privileges());
        String why = text("/reason").isEmpty() ? "" : " (" + text("/reason") + ")";
        return kind().words() + ": " + text("/outcome") + why + ", " + who + (what.isEmpty() ? "" : ", " + what);
    }
}
