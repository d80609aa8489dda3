package dev.contactcenter.endpoints.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.kit.device.Reporter;
import java.time.Instant;

/** Reads the records of a feed. */
public sealed interface RecordReader permits DeviceMapping, PlainRecord {

    /** The member that holds the records where they come in an object; empty if they never do. */
    String list();

    /**
     * The device of a record.
     *
     * @param now by which a moment in the future is known
     * @param reporter who tells
     */
    Mapped read(JsonNode json, Instant now, Reporter reporter);
}
