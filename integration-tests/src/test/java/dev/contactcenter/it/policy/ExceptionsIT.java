package dev.contactcenter.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("policy")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An exception")
final class ExceptionsIT {

    private static final String VIEW = "mode:agent record:view";

    private final Stage stage;
    private final TestApp desktop;
    private final Person agent = new Person("agent");
    private final Person supervisor;

    ExceptionsIT(KeycloakServer server) {
        this.stage = Stage.of(server, "exceptions");
        this.desktop = stage.app("agent-desktop");
        this.supervisor = stage.enrolled("supervisor");
        agent.signIn(desktop, "");
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void of_a_group_is_used_until_its_date_and_recorded_with_reason_and_approver() {
        stage.join("agent", "hotel-desk");
        stage.policy(excepting("until: 2999-01-31"));

        Tokens tokens = stage.granted(agent.elsewhere(), desktop, VIEW);

        JsonNode record = stage.recordOf(tokens);
        assertThat(record.path("rules").isMissingNode()).isTrue();
        JsonNode used = record.path("excused");
        assertThat(used).hasSize(1);
        assertThat(used.path(0).path("rule").asText()).isEqualTo("nobody");
        assertThat(used.path(0).path("reason").asText()).isEqualTo("site move");
        assertThat(used.path(0).path("approved_by").asText()).isEqualTo("CISO office");
        assertThat(used.path(0).path("until").asText()).startsWith("2999-0");
        assertThat(stage.record(one -> one.path("event").asText().equals("exception_used"))
                        .at("/actor/username")
                        .asText())
                .isEqualTo("agent");
        stage.refused(supervisor.elsewhere(), desktop, VIEW, "nobody");
    }

    @Test
    void that_has_ended_excuses_nobody() {
        stage.join("agent", "hotel-desk");
        stage.policy(excepting("until: 2020-01-31"));

        JsonNode record = stage.refused(agent.elsewhere(), desktop, VIEW, "nobody");

        assertThat(record.path("excused").isMissingNode()).isTrue();
    }

    private static String excepting(String end) {
        return """
                rules:
                  - id: nobody
                    actions: [record:view]
                    deny: { reason: nobody }
                    except:
                      - { groups: [/hotel-desk], %s, reason: site move, approvedBy: CISO office }
                """.formatted(end);
    }

    @Test
    void for_emergencies_passes_where_a_rule_denies_and_leaves_a_record_of_its_own() {
        stage.join("supervisor", "break-glass");
        stage.policy("""
                breakGlass: { groups: [/break-glass], require: { acr: phr, maxAge: PT5M }, limit: { tokenLifespan: PT1M } }
                rules:
                  - id: nobody
                    actions: [queue:monitor]
                    deny: { reason: nobody }
                """);

        Tokens tokens = stage.granted(supervisor.elsewhere(), stage.console(), Stage.EVERYDAY);

        assertThat(tokens.acr()).isEqualTo("phr");
        assertThat(tokens.claims().path("exp").asLong()
                        - tokens.claims().path("iat").asLong())
                .isEqualTo(60);
        JsonNode decision = stage.recordOf(tokens);
        assertThat(decision.path("break_glass").asBoolean()).isTrue();
        assertThat(decision.path("privileged").asBoolean()).isFalse();
        assertThat(decision.path("would_be").toString()).contains("\"rule\":\"nobody\",\"outcome\":\"deny\"");
        JsonNode use = stage.record(one -> one.path("decision").equals(decision.path("id")));
        assertThat(use.path("event").asText()).isEqualTo("break_glass");
        assertThat(use.path("privileged").asBoolean()).isTrue();
        assertThat(use.path("actor")).isEqualTo(decision.path("actor"));
        assertThat(use.path("id")).isNotEqualTo(decision.path("id"));
        stage.leave("supervisor", "break-glass");
        stage.refused(supervisor.elsewhere(), stage.console(), Stage.EVERYDAY, "nobody");
    }
}
