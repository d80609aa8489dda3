package dev.contactcenter.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.PasskeyFlags;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("policy")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A condition")
final class ConditionsIT {

    private static final String HERE = "[127.0.0.0/8, \"::1/128\"]";
    private static final Duration YOUTH = Duration.ofSeconds(3);

    private final Stage stage;
    private final Person supervisor;

    ConditionsIT(KeycloakServer server) {
        this.stage = Stage.of(server, "conditions");
        this.supervisor = stage.enrolled("supervisor");
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void on_the_client_holds_for_that_app_only() {
        stage.policy("""
                rules:
                  - id: not-here
                    actions: [record:view]
                    when: client.id == "supervisor-console"
                    deny: { reason: wrong_app }
                """);

        JsonNode record = stage.refused(supervisor.elsewhere(), stage.console(), "mode:agent record:view", "wrong_app");

        assertThat(record.path("rules").toString()).isEqualTo("[\"not-here\"]");
        assertThat(record.path("degraded").asBoolean()).isFalse();
        stage.granted(supervisor.elsewhere(), stage.app("agent-desktop"), "mode:agent record:view");
    }

    @Test
    void on_groups_holds_for_members_and_ends_with_the_membership() {
        stage.join("supervisor", "night-shift");
        stage.policy("""
                rules:
                  - id: not-at-night
                    actions: [queue:monitor]
                    when: '"/night-shift" in user.groups'
                    deny: { reason: night_shift }
                """);

        stage.refused(supervisor.elsewhere(), stage.console(), Stage.EVERYDAY, "night_shift");
        stage.leave("supervisor", "night-shift");

        stage.granted(supervisor.elsewhere(), stage.console(), Stage.EVERYDAY);
    }

    @Test
    void on_the_network_zone_goes_by_the_address() {
        String rules = """
                rules:
                  - id: only-from-known-networks
                    when: network.zone == "unknown"
                    deny: { reason: unknown_network }
                """;
        stage.policy("zones:\n  corporate: { trust: high, cidrs: [203.0.113.0/24] }\n" + rules);
        stage.refused(supervisor.elsewhere(), stage.console(), Stage.EVERYDAY, "unknown_network");

        stage.policy("zones:\n  corporate: { trust: high, cidrs: " + HERE + " }\n" + rules);
        stage.granted(supervisor.elsewhere(), stage.console(), Stage.EVERYDAY);
    }

    @Test
    void on_the_passkey_tells_one_that_is_synced_from_one_that_is_not() {
        stage.policy("""
                rules:
                  - id: playback-needs-passkey
                    actions: [recording:play]
                    require: { acr: phr, maxAge: PT5M }
                  - id: playback-needs-one-that-stays
                    actions: [recording:play]
                    when: auth.passkey == "synced"
                    deny: { reason: synced_passkey }
                """);

        String play = "mode:agent recording:play";

        stage.refused(supervisor.elsewhere(), stage.app("agent-desktop"), play, "synced_passkey");
        stage.granted(stage.enrolled("agent", PasskeyFlags.DEVICE_BOUND).elsewhere(), stage.app("agent-desktop"), play);
    }

    @Test
    void on_the_age_of_the_session_begins_to_hold_while_it_lives() {
        stage.policy("""
                rules:
                  - id: short-sessions
                    actions: [queue:monitor]
                    when: session.age >= duration("3s")
                    deny: { reason: session_too_old }
                """);
        Tokens tokens = stage.granted(supervisor.elsewhere(), stage.console(), Stage.EVERYDAY);

        assertThat(stage.console().refresh(tokens.refresh()).status()).isEqualTo(200);
        pause();
        Answer late = stage.console().refresh(tokens.refresh());

        assertThat(late.status()).isEqualTo(400);
        assertThat(late.text("error_description")).startsWith("session_too_old: ");
    }

    @Test
    void on_the_time_goes_by_the_servers_clock() {
        stage.policy("""
                rules:
                  - id: not-any-more
                    actions: [queue:monitor]
                    when: now >= timestamp("2020-01-01T00:00:00Z")
                    deny: { reason: too_late }
                """);
        stage.refused(supervisor.elsewhere(), stage.console(), Stage.EVERYDAY, "too_late");

        stage.policy("""
                rules:
                  - id: not-yet
                    actions: [queue:monitor]
                    when: now < timestamp("2020-01-01T00:00:00Z")
                    deny: { reason: too_early }
                """);
        stage.granted(supervisor.elsewhere(), stage.console(), Stage.EVERYDAY);
    }

    /** No condition to wait for: what is awaited is that time passes. */
    private static void pause() {
        try {
            Thread.sleep(YOUTH.plusSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
