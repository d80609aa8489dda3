package dev.contactcenter.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nothing tells this realm about devices. */
@Tag("policy")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A signal that is missing")
final class MissingSignalsIT {

    private final Stage stage;
    private final Person supervisor;

    MissingSignalsIT(KeycloakServer server) {
        this.stage = Stage.of(server, "missing");
        this.supervisor = stage.enrolled("supervisor");
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void lets_a_rule_that_needs_it_count_as_applying_and_the_record_says_so() {
        stage.policy("""
                rules:
                  - id: compliant-only
                    actions: [queue:monitor]
                    when: device.compliance == "noncompliant"
                    deny: { reason: device_not_compliant }
                """);

        JsonNode record =
                stage.refused(supervisor.elsewhere(), stage.console(), Stage.EVERYDAY, "device_not_compliant");

        assertThat(record.path("degraded").asBoolean()).isTrue();
        assertThat(record.path("rules").toString()).isEqualTo("[\"compliant-only\"]");
        assertThat(record.path("undecidable").toString()).isEqualTo("[\"compliant-only\"]");
        assertThat(record.path("missing").toString()).isEqualTo("{\"device.compliance\":\"not-provided\"}");
    }

    @Test
    void is_met_as_the_policy_says_for_each_tier() {
        stage.policy("""
                signals:
                  device:
                    maxAge: PT15M
                    missing:
                      - { tiers: [0, 1], read: unknown }
                      - { tiers: [2], require: { acr: phr, maxAge: PT5M } }
                      - { tiers: [3], deny: { reason: device_posture_missing } }
                rules:
                  - id: not-from-others
                    actions: [record:view, queue:monitor]
                    when: device.compliance == "noncompliant"
                    deny: { reason: device_not_compliant }
                """);

        Person person = supervisor.elsewhere();
        Tokens everyday = stage.granted(person, stage.console(), Stage.EVERYDAY);
        assertThat(everyday.acr()).as("nothing was asked for").isEqualTo("password");
        JsonNode read = stage.recordOf(everyday);
        assertThat(read.path("degraded").asBoolean()).isTrue();
        assertThat(read.path("undecidable").isMissingNode()).isTrue();

        Tokens transcript = stage.granted(person, stage.console(), "mode:supervisor transcript:view");
        assertThat(transcript.acr()).isEqualTo("phr");
        assertThat(stage.recordOf(transcript).path("rules").toString()).contains("missing-device-1");

        stage.refused(supervisor.elsewhere(), stage.console(), Stage.PLAY, "device_posture_missing");
    }
}
