package dev.contactcenter.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.language.testing.PolicyTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The schema of tests")
class TestsSchemaTest {

    private static final int LISTED = 12;

    private final JsonNode schema;

    TestsSchemaTest() throws JsonProcessingException {
        schema = new ObjectMapper().readTree(TestsSchema.json());
    }

    /** The reader says what it knows when it meets a key that it does not know. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zzzzzzzz: 1                                                  | /properties
            tests: [{ zzzzzzzz: 1 }]                                     | /properties/tests/items/properties
            tests: [{ given: { zzzzzzzz: 1 } }]                          | /properties/defaults/properties
            tests: [{ given: { user: { zzzzzzzz: 1 } } }]                | /properties/defaults/properties/user/properties
            tests: [{ given: { user: {}, auth: { zzzzzzzz: 1 } } }]      | /properties/defaults/properties/auth/anyOf/0/properties
            tests: [{ given: { user: {}, device: { zzzzzzzz: 1 } } }]    | /properties/defaults/properties/device/anyOf/0/properties
            tests: [{ given: { user: {}, network: { zzzzzzzz: 1 } } }]   | /properties/defaults/properties/network/anyOf/0/properties
            tests: [{ expect: { zzzzzzzz: 1 } }]                         | /properties/tests/items/properties/expect/properties
            tests: [{ expect: { obligations: { zzzzzzzz: 1 } } }]        | /properties/tests/items/properties/expect/properties/obligations/properties
            """)
    void has_the_keys_that_the_reader_knows(String tests, String path) throws IOException {
        JsonNode properties = schema.at(path);
        List<String> keys = StreamSupport.stream(((Iterable<String>) properties::fieldNames).spliterator(), false)
                .toList();

        String more = keys.size() > LISTED ? " and " + (keys.size() - LISTED) + " more" : "";
        String listed = keys.stream().limit(LISTED).collect(Collectors.joining(", "));
        String known = "the key 'zzzzzzzz' is unknown; known here: ";

        List<String> told = problems("contactCenterPolicyTests: 1\n" + tests).stream()
                .filter(message -> message.startsWith(known))
                .map(message -> message.substring(known.length()))
                .toList();
        assertThat(told)
                .singleElement()
                .satisfies(message -> assertThat(words(message))
                        .hasSameSizeAs(words(listed + more))
                        .allMatch(word -> keys.contains(word) || word.endsWith("more")));
    }

    private static List<String> words(String list) {
        return List.of(list.split(", | and "));
    }

    private static List<String> problems(String tests) throws IOException {
        byte[] policy = Files.readAllBytes(Path.of("src/test/resources/testing/desk.yaml"));
        CompiledPolicy compiled = ((Reading.Valid) PolicyDocument.read(policy)).policy();
        return ((Checked.Refused<List<PolicyTest>>) TestsDocument.read(tests.getBytes(UTF_8), compiled))
                .problems().stream().map(Problem::message).toList();
    }
}
