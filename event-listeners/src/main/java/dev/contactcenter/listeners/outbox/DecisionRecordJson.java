package dev.contactcenter.listeners.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.listeners.privacy.Pseudonyms;
import dev.contactcenter.listeners.rendering.JsonLine;

/** The wire shape of a decision record: one JSON object on one line. */
final class DecisionRecordJson {

    // Sorted: the iteration order of an immutable map changes with every start of the server.
    private static final JsonMapper JSON = JsonLine.neutral(JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build());

    private static final ObjectWriter WRITER = JSON.writerFor(DecisionRecord.class);

    private DecisionRecordJson() {}

    /** The same with pseudonyms in the place of what is personal. */
    static String line(DecisionRecord record, Pseudonyms pseudonyms) {
        if (pseudonyms.isNone()) {
            return line(record);
        }
        ObjectNode stored = JSON.valueToTree(record);
        pseudonyms.apply(stored);
        return JsonLine.of(stored);
    }

    /** The record as JSON without a line break inside or at its end. */
    static String line(DecisionRecord record) {
        try {
            return WRITER.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A decision record can always be written, because it holds only text", e);
        }
    }
}
