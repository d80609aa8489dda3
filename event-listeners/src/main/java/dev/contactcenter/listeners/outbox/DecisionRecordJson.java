package dev.contactcenter.listeners.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.contactcenter.kit.record.DecisionRecord;

/** The wire shape of a decision record: one JSON object on one line. */
final class DecisionRecordJson {

    // Sorted: the iteration order of an immutable map changes with every start of the server.
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writerFor(DecisionRecord.class);

    private DecisionRecordJson() {}

    /** The record as JSON without a line break inside or at its end. */
    static String line(DecisionRecord record) {
        try {
            return WRITER.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A decision record can always be written, because it holds only text", e);
        }
    }
}
