package dev.contactcenter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The schema")
class SchemaTest {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS));

    private final JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Run.of("policy", "schema").out());

    @Test
    void takes_the_sample_policy() throws IOException {
        assertThat(messages(Files.readString(Path.of(Samples.POLICY)))).isEmpty();
        assertThat(messages(Samples.SMALL)).isEmpty();
    }

    @Test
    void marks_what_the_reader_refuses() throws IOException {
        assertThat(messages(Samples.MISTAKEN))
                .map(ValidationMessage::getMessage)
                .anyMatch(text -> text.contains("teir"));
        assertThat(messages(Samples.SMALL.replace("tier: 0", "tier: 4"))).isNotEmpty();
        assertThat(messages(Samples.SMALL.replace("record:view:", "Record.view:")))
                .isNotEmpty();
        assertThat(messages(Samples.SMALL + "enforcement: maybe\n")).isNotEmpty();
        assertThat(messages(Samples.SMALL + "rules: [{ deny: { reason: closed } }]\n"))
                .isNotEmpty();
    }

    @Test
    void takes_the_tests_of_the_sample_policy_and_marks_what_their_reader_refuses() throws IOException {
        String tests = Files.readString(Samples.CHECKOUT.resolve("realm-exports/policies/contact-center.tests.yaml"));
        JsonSchema ofTests = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Run.of("policy", "schema", "--tests").out());

        assertThat(ofTests.validate(YAML.readTree(tests))).isEmpty();
        for (String mistake : List.of("expcet:", "given: { usr: {} }", "expect: { outcome: maybe }")) {
            String written = "contactCenterPolicyTests: 1\ntests: [{ name: a, given: {}, expect: { outcome: deny },"
                    + mistake + "}]\n";
            assertThat(ofTests.validate(YAML.readTree(written))).as(mistake).isNotEmpty();
        }
    }

    private Set<ValidationMessage> messages(String policy) throws IOException {
        return schema.validate(YAML.readTree(policy));
    }
}
