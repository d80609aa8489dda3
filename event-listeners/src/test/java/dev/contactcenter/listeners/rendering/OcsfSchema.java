package dev.contactcenter.listeners.rendering;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks events against what OCSF 1.8.0 declares; {@code build/ocsf-schema/derive.py} derives the schema from the release's own files. */
public final class OcsfSchema {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Integer, String> CLASSES =
            Map.of(3002, "authentication", 3003, "authorize_session", 3004, "entity_management", 6003, "api_activity");

    private static final JsonNode WHOLE = read();

    private OcsfSchema() {}

    /** What is wrong with an event; empty if nothing is. */
    public static List<String> problems(String event) {
        try {
            JsonNode json = JSON.readTree(event);
            int type = json.path("class_uid").asInt();
            List<String> problems = schema(CLASSES.getOrDefault(type, "api_activity")).validate(json).stream()
                    .map(ValidationMessage::getMessage)
                    .collect(Collectors.toList());
            if (json.path("type_uid").asInt()
                    != type * 100 + json.path("activity_id").asInt()) {
                problems.add("type_uid is not class_uid * 100 + activity_id");
            }
            return problems;
        } catch (JsonProcessingException notJson) {
            return List.of("not JSON: " + notJson.getOriginalMessage());
        }
    }

    private static JsonSchema schema(String name) {
        var one = JSON.createObjectNode().put("$ref", "#/$defs/" + name);
        one.set("$defs", WHOLE.path("$defs"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(one);
    }

    private static JsonNode read() {
        try (InputStream in = requireNonNull(OcsfSchema.class.getResourceAsStream("ocsf.schema.json"))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
