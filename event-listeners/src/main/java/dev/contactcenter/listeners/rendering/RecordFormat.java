package dev.contactcenter.listeners.rendering;

import com.fasterxml.jackson.databind.JsonNode;

/** How a record looks to whoever receives it. */
public enum RecordFormat {
    /** As it was recorded, with its place in the chain. The only one of which a chain can be verified. */
    DECISION {
        @Override
        public String render(JsonNode storedRecord) {
            return storedRecord.toString();
        }
    };

    /**
     * The record in this format, without line breaks.
     *
     * @param storedRecord as docs/reference/decision-records.md has it
     */
    public abstract String render(JsonNode storedRecord);
}
