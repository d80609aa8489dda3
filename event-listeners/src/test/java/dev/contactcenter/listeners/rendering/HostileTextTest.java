package dev.contactcenter.listeners.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("attack")
@DisplayName("A hostile text in a record")
class HostileTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> HOSTILE = Map.ofEntries(
            Map.entry("a line feed", "agent\n{\"id\":\"forged\"}"),
            Map.entry("a carriage return", "agent\r<13>1 2026-11-22T09:30:00Z host forged"),
            Map.entry("a line separator", "agent\u2028forged"),
            Map.entry("a paragraph separator", "agent\u2029forged"),
            Map.entry("a next line", "agent\u0085forged"),
            Map.entry("a terminal escape", "agent\u001b[2J\u001b]0;forged\u0007"),
            Map.entry("a null", "agent\u0000forged"),
            Map.entry("a delete", "agent\u007fforged"),
            Map.entry("a right-to-left override", "agent\u202etimrep\u202c"),
            Map.entry("an isolate", "agent\u2067forged\u2069"),
            Map.entry("a zero-width space", "ad\u200bmin"),
            Map.entry("a tag character", "agent\udb40\udc01"),
            Map.entry("half a character", "agent\ud83d"),
            Map.entry("a CEF header", "agent|10|suser=admin outcome=permit"),
            Map.entry("a CEF extension", "agent suser=admin act=Allowed"),
            Map.entry("a CEF escape", "agent\\=\\|\\n\\"),
            Map.entry("structured data", "agent\"] [forged@1 a=\"b\"]"),
            Map.entry("a megabyte", "Mozilla/5.0 ".repeat(90_000)));

    static List<String> names() {
        return HOSTILE.keySet().stream().sorted().toList();
    }

    @ParameterizedTest(name = "such as {0} is neutral in every format")
    @MethodSource("names")
    void is_neutral(String name) throws JsonProcessingException {
        JsonNode stored = hostile(HOSTILE.get(name));

        for (RecordFormat format : RecordFormat.values()) {
            String line = format.render(stored);

            assertThat(line.codePoints().filter(NeutralText::isHidden).toArray())
                    .as("%s in %s", name, format)
                    .isEmpty();
        }
        assertThat(OcsfSchema.problems(RecordFormat.OCSF.render(stored))).isEmpty();
    }

    @ParameterizedTest(name = "such as {0} adds no field to CEF and changes none")
    @MethodSource("names")
    void adds_no_field_to_cef(String name) throws JsonProcessingException {
        String honest = RecordFormat.CEF.render(hostile("agent"));
        String attacked = RecordFormat.CEF.render(hostile(HOSTILE.get(name)));

        assertThat(Cef.header(attacked)).isEqualTo(Cef.header(honest));
        assertThat(Cef.extension(attacked).keySet())
                .isEqualTo(Cef.extension(honest).keySet());
        assertThat(Cef.extension(attacked)).containsEntry("outcome", "deny").containsEntry("act", "Blocked");
    }

    @ParameterizedTest(name = "is bounded in {0}")
    @EnumSource(names = {"OCSF", "ECS", "CEF"})
    void is_bounded(RecordFormat format) throws JsonProcessingException {
        assertThat(format.render(hostile(HOSTILE.get("a megabyte")))).hasSizeLessThan(60_000);
    }

    /** The text in each place that somebody outside fills: a name, an address, a record's id, what an application tells, a member's name. */
    private static JsonNode hostile(String text) {
        ObjectNode stored = JSON.createObjectNode();
        stored.put("id", "d-1")
                .put("time", "2026-11-22T09:30:00.000Z")
                .put("realm", "contact-center")
                .put("hook", "authorization")
                .put("outcome", "deny")
                .put("mode", text);
        stored.putArray("actions").add(text);
        stored.putArray("rules").add(text);
        stored.putObject("actor")
                .put("username", text)
                .put("user_id", text)
                .put("session", text)
                .put("client", text)
                .put("address", text);
        stored.putObject("about").put("justification", text).put("detail", text);
        stored.putArray("resources").addObject().put("type", text).put("id", text);
        stored.putObject("device").put("id", text).put(text, text);
        return stored;
    }
}
