package dev.contactcenter.listeners.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.kit.record.Circumstances;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.kit.record.Resource;
import dev.contactcenter.listeners.privacy.Pseudonyms;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A decision record as JSON")
class DecisionRecordJsonTest {

    private static final String TIME = "2026-11-22T09:30:00.000Z";

    @Test
    void names_everything_that_is_known() throws IOException {
        assertThat(DecisionRecordJson.line(full("agent"))).isEqualTo(golden("full-record.json"));
    }

    @Test
    void of_a_break_glass_use_is_privileged_and_names_the_decision() throws IOException {
        String use = DecisionRecordJson.line(minimal().breakGlassUse("d-3"));

        assertThat(use)
                .isEqualTo(golden("minimal-record.json")
                        .replace("\"id\":\"d-2\"", "\"id\":\"d-3\",\"event\":\"break_glass\",\"decision\":\"d-2\"")
                        .replace("\"privileged\":false", "\"privileged\":true"));
    }

    @Test
    void leaves_out_what_is_empty() throws IOException {
        assertThat(DecisionRecordJson.line(minimal())).isEqualTo(golden("minimal-record.json"));
    }

    private static DecisionRecord minimal() {
        return new DecisionRecord(
                "d-2",
                "",
                "",
                TIME,
                Hook.TOKEN,
                "contact-center",
                "permit",
                "",
                "",
                List.of(),
                false,
                new DecisionRecord.Grounds(
                        "", List.of(), List.of(), List.of(), List.of(), false, false, Map.of(), Map.of()),
                Map.of(),
                Map.of(),
                new DecisionRecord.Actor("", "", "", "", ""),
                DecisionRecord.Assurance.NONE,
                Map.of(),
                Map.of(),
                List.of(),
                Circumstances.NONE,
                Map.of());
    }

    @Test
    void stays_on_one_line_whatever_a_user_calls_himself() {
        assertThat(DecisionRecordJson.line(full("agent\n{\"id\":\"forged\"}\r")))
                .doesNotContain("\n", "\r");
    }

    @Test
    void hides_nothing_from_who_looks_at_it_and_reads_back_as_the_same_text() throws IOException {
        String name = "a\u202Egent\u2028\u0085\u007F\u200B 🎧 Zoë";

        String line = DecisionRecordJson.line(full(name));
        String pseudonymised = DecisionRecordJson.line(full(name), Pseudonyms.of("user-id", "k".repeat(32)));

        assertThat(List.of(line, pseudonymised)).allSatisfy(written -> {
            assertThat(written)
                    .contains("a\\u202Egent\\u2028\\u0085\\u007F\\u200B")
                    .contains("Zoë");
            assertThat(written.codePoints()).allMatch(Character::isBmpCodePoint);
            assertThat(new ObjectMapper()
                            .readTree(written)
                            .at("/actor/username")
                            .asText())
                    .isEqualTo(name);
        });
    }

    private static DecisionRecord full(String username) {
        return new DecisionRecord(
                "d-1",
                "",
                "",
                TIME,
                Hook.AUTHORIZATION,
                "contact-center",
                "deny",
                "action_not_granted",
                "agent",
                List.of("recording:download", "recording:play"),
                true,
                grounds(),
                Map.of("acr", "phr", "max_age", "PT5M"),
                Map.of("token_lifespan", "PT5M", "masked_fields", List.of("billing.iban"), "rate_limit", 60),
                new DecisionRecord.Actor("u-1", username, "s-1", "agent-desktop", "203.0.113.9"),
                new DecisionRecord.Assurance(
                        "phr", List.of("hwk", "mfa", "pwd", "user"), Map.of("phr", 12L, "password", 4000L)),
                Map.of(
                        "uv", "true",
                        "backup_eligible", "true",
                        "backed_up", "false",
                        "aaguid", "00000000-0000-0000-0000-000000000000",
                        "attachment", "platform"),
                Map.of("passkeys", "yes", "platform_authenticator", "no", "conditional_ui", "unknown"),
                List.of(
                        new DecisionRecord.Evidence("device", "endpoint agent", "told", TIME, ""),
                        new DecisionRecord.Evidence("risk", "fraud desk", "malformed", "", "it is not JSON")),
                new Circumstances(
                        List.of(new Resource("recording", "r-7")),
                        Map.of("id", "d-1", "compliance", "compliant", "age_seconds", 30L),
                        Map.of("zone", "corporate", "trust", "high"),
                        Map.of("state", "live", "id", "call-1", "age_seconds", 5L),
                        Map.of("missing", "stale"),
                        17),
                Map.of());
    }

    private static DecisionRecord.Grounds grounds() {
        return new DecisionRecord.Grounds(
                "2026-11-22.1",
                List.of("downloads-need-managed-device", "playback-needs-recent-passkey"),
                List.of("downloads-need-managed-device"),
                List.of(
                        new DecisionRecord.WouldBeOutcome(
                                "export-needs-compliant-device", "deny", "device_not_compliant"),
                        new DecisionRecord.WouldBeOutcome("exports-are-short", "permit", "")),
                List.of(new DecisionRecord.Excused(
                        "unknown-network-needs-passkey", "site move", "CISO office", "2027-01-31T00:00:00Z")),
                true,
                true,
                Map.of("device.management", "not-provided", "device.compliance", "stale"),
                Map.of("device.compliance", "last-known"));
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = requireNonNull(DecisionRecordJsonTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }
}
