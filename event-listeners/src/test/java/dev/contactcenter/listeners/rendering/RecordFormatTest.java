package dev.contactcenter.listeners.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.kit.record.DecisionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A stored record")
class RecordFormatTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dev/contactcenter/listeners/rendering/golden");

    static Stream<Arguments> everyKindInEveryFormat() {
        return Samples.all().entrySet().stream()
                .flatMap(sample -> Arrays.stream(RecordFormat.values())
                        .map(format -> Arguments.of(sample.getKey(), format, sample.getValue())));
    }

    static Stream<Arguments> everyKind() {
        return Samples.all().entrySet().stream().map(sample -> Arguments.of(sample.getKey(), sample.getValue()));
    }

    @ParameterizedTest(name = "of {0} in {1}")
    @MethodSource("everyKindInEveryFormat")
    void looks_as_the_golden_file_pins_it(String kind, RecordFormat format, DecisionRecord record) throws IOException {
        Path golden = GOLDEN.resolve(kind + "." + format.name().toLowerCase(Locale.ROOT));

        String rendered = format.render(Samples.stored(record));

        if (Boolean.getBoolean("golden.refresh")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, rendered + "\n", UTF_8);
        }
        assertThat(rendered + "\n").isEqualTo(Files.readString(golden, UTF_8));
    }

    @ParameterizedTest(name = "of {0}")
    @MethodSource("everyKind")
    void is_a_valid_event_of_ocsf(String kind, DecisionRecord record) {
        assertThat(OcsfSchema.problems(RecordFormat.OCSF.render(Samples.stored(record))))
                .as(kind)
                .isEmpty();
    }

    @Test
    void is_pinned_for_each_kind_that_there_is() {
        assertThat(Samples.all().values().stream()
                        .map(record -> StoredRecord.of(Samples.stored(record)).kind()))
                .contains(RecordKind.values());
    }

    @ParameterizedTest(name = "of {0} is {1}")
    @CsvSource({
        "permit, 1",
        "permit-logged-only, 17",
        "step-up, 23",
        "denial, 2",
        "token-use, 2",
        "mode-switched, 1",
        "session-ended, 24",
        "revocation-ordered, 24",
        "handover, 24",
        "signal, 17",
        "configuration-changed, 17",
        "business-action, 1",
        "business-action-disputed, 17"
    })
    void tells_in_ocsf_what_became_of_it(String kind, int disposition) throws JsonProcessingException {
        assertThat(ocsf(kind).path("disposition_id").asInt()).isEqualTo(disposition);
    }

    @Test
    void of_privileged_access_is_found_by_one_filter_in_each_format() throws JsonProcessingException {
        assertThat(ocsf("permit").at("/metadata/labels").toString()).contains("\"privileged_access\"");
        assertThat(RecordFormat.ECS.render(sample("permit"))).contains("\"privileged_access\"");
        assertThat(RecordFormat.CEF.render(sample("permit"))).contains("cat=privileged_access ");
        assertThat(RecordFormat.DECISION.render(sample("permit"))).contains("\"privileged\":true");
    }

    @Test
    void names_itself_and_the_decision_in_ocsf_and_holds_no_copy_of_itself() throws JsonProcessingException {
        JsonNode event = ocsf("break-glass");

        assertThat(event.at("/metadata/uid").asText()).isEqualTo("r-2");
        assertThat(event.at("/metadata/correlation_uid").asText()).isEqualTo("d-1");
        assertThat(event.has("raw_data")).isFalse();
    }

    @Test
    void that_lacks_almost_everything_is_valid_all_the_same() throws JsonProcessingException {
        for (String bare : new String[] {
            "{}",
            "{\"outcome\":\"deny\"}",
            "{\"outcome\":\"step_up\"}",
            "{\"event\":\"signal\"}",
            "{\"event\":\"configuration_changed\"}",
            "{\"event\":\"business_action\"}",
            "{\"event\":\"mode_switched\"}",
            "{\"hook\":\"introspection\",\"actor\":{\"address\":\"not an address\"}}",
            "{\"device\":{\"missing\":\"stale\"},\"actor\":{\"address\":\"2001:db8::9\"}}"
        }) {
            assertThat(OcsfSchema.problems(RecordFormat.OCSF.render(new ObjectMapper().readTree(bare))))
                    .as(bare)
                    .isEmpty();
        }
    }

    private static JsonNode ocsf(String kind) throws JsonProcessingException {
        return new ObjectMapper().readTree(RecordFormat.OCSF.render(sample(kind)));
    }

    private static JsonNode sample(String kind) {
        return Samples.stored(Samples.all().get(kind));
    }
}
