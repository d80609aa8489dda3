package dev.contactcenter.demo.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.demo.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The mapping of a telephony system")
final class StateMappingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(textBlock = """
            genesys-cloud,  rings,    IDLE
            genesys-cloud,  answered, LIVE
            genesys-cloud,  hung-up,  WRAP_UP
            genesys-cloud,  finished, IDLE
            amazon-connect, rings,    IDLE
            amazon-connect, answered, LIVE
            amazon-connect, hung-up,  WRAP_UP
            amazon-connect, finished, IDLE
            """)
    void reads_the_course_of_a_call(String system, String step, InteractionState state) {
        JsonNode event = SimulatedCall.of(system).event(CallStep.of(step).orElseThrow(), "call-7");

        Told told = StateMapping.named(system).read(event);

        assertThat(told).isEqualTo(new Told.State(state, state == InteractionState.IDLE ? "" : "call-7"));
    }

    @Test
    void of_several_contacts_takes_the_one_that_is_most_of_a_conversation() throws IOException {
        JsonNode event = JSON.readTree("""
                {"CurrentAgentSnapshot":{"Contacts":[
                  {"ContactId":"a","State":"ENDED"},{"ContactId":"b","State":"CONNECTED_ONHOLD"},{"ContactId":"c","State":"MISSED"}]}}""");

        assertThat(StateMapping.named("amazon-connect").read(event))
                .isEqualTo(new Told.State(InteractionState.LIVE, "b"));
    }

    @Test
    void says_nothing_about_a_word_that_it_does_not_know() throws IOException {
        JsonNode event = JSON.readTree("{\"calls\":[{\"id\":\"a\",\"state\":\"teleported\"}]}");

        assertThat(StateMapping.named("genesys-cloud").read(event)).isEqualTo(new Told.NotKnown("teleported"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"genesys-cloud", "amazon-connect"})
    void stands_in_the_how_to_as_it_is(String system) throws IOException {
        String page =
                Files.readString(ProjectFolder.find().root().resolve("docs/how-to/tell-the-realm-about-calls.md"));

        String table = StateMapping.named(system).tables().stream()
                .flatMap(one -> one.words().entrySet().stream()
                        .map(word -> "| `%s` | `%s` | `%s` |"
                                .formatted(
                                        one.at(), word.getKey(), word.getValue().word())))
                .sorted()
                .collect(Collectors.joining("\n"));

        assertThat(rows(page, system)).isEqualTo(table);
    }

    private static String rows(String page, String system) {
        String begin = "<!-- " + system + " -->";
        return Stream.of(page.substring(page.indexOf(begin)).split("\n\n", 3)[1].split("\n"))
                .filter(line -> line.startsWith("| `"))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
