package dev.contactcenter.endpoints.devices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.endpoints.mapping.Mappings;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.Posture;
import dev.contactcenter.kit.device.Reporter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A body that tells of devices")
final class IntakeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"intune", "jamf", "fleet", "osquery"})
    void of_another_system_is_read_by_its_mapping(String mapping) throws IOException {
        String body = resource(mapping + ".json");

        assertThat(told(read(body, mapping)))
                .isEqualTo(resource(mapping + ".expected.txt").strip());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"id\":\"a\"}",
                "[{\"id\":\"a\"}]",
                "{\"id\":\"a\"}\n{\"id\":\"b\"}\n",
                "[{\"id\":\"a\"},{\"id\":\"b\"}]",
                "[]",
                ""
            })
    void can_be_an_array_or_one_object_after_another(String body) {
        long records = body.chars().filter(character -> character == '{').count();

        assertThat(((Intake.Read) read(body, "")).devices()).hasSize((int) records);
    }

    @Test
    void needs_no_mapping_in_our_own_words() {
        String body = "{\"id\":\"desk-1\",\"owner\":\"agent\",\"class\":\"assigned\",\"compliance\":\"compliant\","
                + "\"osVersion\":\"13\",\"observedAt\":\"2026-11-23T09:00:00+02:00\"}";

        assertThat(told(read(body, "")))
                .isEqualTo("desk-1 of agent, 13, seen 2026-11-23T07:00:00Z: class=assigned compliance=compliant");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    {"id":"a","compliance":"yes"}              | /compliance | compliance is not one of compliant, noncompliant, unknown
                    {"id":"a","compliant":true}                | /compliant  | 'compliant' is not one of compliance, management, class, os, encryption, edr
                    {"id":"a","a/b~c":1}                       | /a~1b~0c    | 'a/b~c' is not one of compliance, management, class, os, encryption, edr
                    {"id":7}                                   | /id         | this is no text
                    {"compliance":"compliant"}                 | ^^          | a device has an id
                    {"id":"a","observedAt":"now"}              | /observedAt | this is no moment as in 2026-11-23T08:00:00Z
                    {"id":"a","observedAt":"2026-11-23T08:10:00Z"} | /observedAt | this moment lies in the future
                    {"id":"a\\u0000b"}                         | ^^          | the id of a device has at most 255 characters, none of them a control character
                    "a"                                        | ^^          | a record is a JSON object
                    [[{}]]                                     | ^^          | a record is a JSON object
                    """)
    void has_each_bad_record_refused_by_its_place(String record, String pointer, String problem) {
        Intake.Read read = (Intake.Read) read("[{\"id\":\"good\"}," + record + "]", "");

        assertThat(read.devices()).hasSize(1);
        assertThat(read.refused()).containsExactly(new Intake.Refusal(1, pointer, problem));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    [{"id":"a"},{"id":                 | at record 1, line 1
                    [{"id":"a"} {"id":"b"}]            | at record 1, line 1
                    <devices/>                         | at record 0, line 1
                    [{"id":"a"}                        | at record 1, line 1
                    """)
    void that_is_no_json_is_refused_as_a_whole(String body, String place) {
        assertThat(read(body, ""))
                .isInstanceOfSatisfying(
                        Intake.Unreadable.class,
                        problem -> assertThat(problem.detail()).contains(place).endsWith("Nothing of it was stored."));
    }

    @Test
    void is_not_read_deeper_than_any_record_is() {
        String deep = "{\"id\":\"a\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThat(read(deep, "")).isInstanceOf(Intake.Unreadable.class);
    }

    @Test
    void has_so_many_bytes_at_most() {
        Intake intake =
                Intake.read(new Endless(), Mappings.load("").find("").orElseThrow(), NOW, Reporter.feed("feed", ""));

        assertThat(intake)
                .isInstanceOfSatisfying(
                        Intake.Unreadable.class,
                        problem -> assertThat(problem.status()).isEqualTo(413));
    }

    @Test
    void tells_of_so_many_devices_at_most() {
        String body = IntStream.rangeClosed(0, Intake.MOST_DEVICES)
                .mapToObj(number -> "{\"id\":\"" + number + "\"}")
                .collect(Collectors.joining("\n"));

        assertThat(read(body, ""))
                .isInstanceOfSatisfying(
                        Intake.Unreadable.class,
                        problem -> assertThat(problem.status()).isEqualTo(413));
    }

    private static Intake read(String body, String mapping) {
        return Intake.read(
                new ByteArrayInputStream(body.getBytes(UTF_8)),
                Mappings.load("").find(mapping).orElseThrow(),
                NOW,
                Reporter.feed("feed", mapping));
    }

    /** A line for each record, in their order. */
    private static String told(Intake intake) {
        Intake.Read read = (Intake.Read) intake;
        Map<Integer, String> lines = new TreeMap<>();
        read.devices().forEach(item -> lines.put(item.index(), told(item.device())));
        read.refused()
                .forEach(refusal ->
                        lines.put(refusal.index(), "refused at " + refusal.pointer() + ": " + refusal.problem()));
        return String.join("\n", lines.values());
    }

    private static String told(Device device) {
        String words = Posture.members()
                .filter(member -> !device.word(member).isEmpty())
                .map(member -> Posture.name(member) + "=" + device.word(member))
                .sorted()
                .collect(Collectors.joining(" "));
        return device.id() + " of " + device.owner() + ", " + device.osVersion() + ", seen " + device.observedAt()
                + ": " + words;
    }

    private static String resource(String name) throws IOException {
        try (InputStream found = IntakeTest.class.getResourceAsStream("/mappings/" + name)) {
            assertThat(found).as(name).isNotNull();
            return new String(found.readAllBytes(), UTF_8);
        }
    }

    /** A body that never ends. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return ' ';
        }
    }
}
