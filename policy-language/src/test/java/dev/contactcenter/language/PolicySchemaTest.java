package dev.contactcenter.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The schema of the policy document")
class PolicySchemaTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String STRANGE = "zzzzzzzzzzzzzzzz";
    private static final Pattern MORE = Pattern.compile(" and (\\d+) more$");

    /** How many keys the schema knows, by the path of the mapping. */
    private final Map<String, Integer> known = new TreeMap<>();

    /** A document with every key of the schema, and one too many in each mapping: the reader then says what it knows. */
    @Test
    void has_exactly_the_keys_that_the_reader_knows() throws JsonProcessingException {
        JsonNode everything = example(new ObjectMapper().readTree(PolicySchema.json()), "");

        List<Problem> unknown = ((Reading.Invalid) PolicyDocument.read(everything.toString()))
                .problems().stream()
                        .filter(problem -> problem.what().endsWith("is unknown")
                                || problem.path().endsWith(STRANGE))
                        .toList();
        assertThat(unknown)
                .as("keys that the schema has and the reader does not know")
                .allMatch(problem -> problem.path().endsWith(STRANGE));
        assertThat(unknown.stream().collect(Collectors.toMap(Problem::path, PolicySchemaTest::keysOfTheReader)))
                .as("how many keys the reader knows, and so should the schema")
                .containsExactlyInAnyOrderEntriesOf(known);
    }

    /** What is known here is listed, up to twelve keys, and how many more there are. */
    private static int keysOfTheReader(Problem problem) {
        String list = problem.suggestion();
        Matcher more = MORE.matcher(list);
        int listed = 1 + (int) list.chars().filter(c -> c == ',').count();
        return more.find() ? listed + Integer.parseInt(more.group(1)) : listed;
    }

    private JsonNode example(JsonNode schema, String path) {
        return switch (schema.get("type").asText()) {
            case "object" -> schema.has("properties") ? closed(schema, path) : open(schema, path);
            case "array" -> JSON.arrayNode().add(example(schema.get("items"), Place.item(path, 0)));
            case "integer" -> schema.get("minimum");
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.textNode("x");
        };
    }

    private ObjectNode closed(JsonNode schema, String path) {
        JsonNode properties = schema.get("properties");
        known.put(Place.below(path, STRANGE), properties.size());
        ObjectNode example = JSON.objectNode();
        properties
                .properties()
                .forEach(entry ->
                        example.set(entry.getKey(), example(entry.getValue(), Place.below(path, entry.getKey()))));
        return example.put(STRANGE, true);
    }

    private ObjectNode open(JsonNode schema, String path) {
        String key = path.equals("actions") ? "record:view" : "x";
        return JSON.objectNode().set(key, example(schema.get("additionalProperties"), Place.below(path, key)));
    }
}
