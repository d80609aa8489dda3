package dev.contactcenter.endpoints.devices;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * The records of a body, one after the other: an array, one object after another (as in NDJSON), or the array that an object of the
 * system's holds.
 */
final class Records implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(65_536)
                    .maxNumberLength(64)
                    .build())
            .build());

    private final JsonParser parser;
    private final String list;
    private boolean inList;
    private boolean wrapped;

    Records(byte[] body, String list) throws IOException {
        this.parser = JSON.createParser(body);
        this.list = list;
    }

    /**
     * The next record; nothing after the last.
     *
     * @throws IOException if the body is no JSON, or deeper nested than any record is
     */
    Optional<JsonNode> next() throws IOException {
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Optional.empty();
            } else if (token == JsonToken.END_ARRAY) {
                leaveList();
            } else if (inList) {
                return Optional.of(parser.readValueAsTree());
            } else if (token == JsonToken.START_ARRAY) {
                inList = true;
            } else if (token == JsonToken.START_OBJECT) {
                Optional<JsonNode> record = object();
                if (record.isPresent()) {
                    return record;
                }
            } else {
                return Optional.of(parser.readValueAsTree());
            }
        }
    }

    /** A record; nothing if the object turns out to hold the list of them. */
    private Optional<JsonNode> object() throws IOException {
        ObjectNode record = JSON.createObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String member = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && member.equals(list)) {
                inList = true;
                wrapped = true;
                return Optional.empty();
            }
            record.set(member, parser.<JsonNode>readValueAsTree());
        }
        return Optional.of(record);
    }

    /** What stands behind the list in the object that holds it is read over. */
    private void leaveList() throws IOException {
        inList = false;
        if (wrapped) {
            wrapped = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                parser.nextToken();
                parser.skipChildren();
            }
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
