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
@DisplayName("An obligation")
final class ObligationsIT {

    private static final int LIFESPAN = 45;

    private final Stage stage;
    private final TestApp desktop;

    ObligationsIT(KeycloakServer server) {
        this.stage = Stage.of(server, "obligations", plan -> plan.withoutEnrolment());
        this.desktop = stage.app("agent-desktop");
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void reaches_the_token_and_leaves_it_with_the_refresh_after_its_rule_has_ended() {
        stage.join("agent", "trainees");
        stage.policy("""
                rules:
                  - id: trainees-see-less
                    actions: [record:view]
                    when: '"/trainees" in user.groups'
                    limit: { tokenLifespan: PT45S, maskFields: [identity.document, billing.iban], rateLimit: 60 }
                """);

        Tokens bound = stage.granted(new Person("agent"), desktop, "mode:agent record:view");

        assertThat(told(bound).path("masked_fields").toString()).isEqualTo("[\"billing.iban\",\"identity.document\"]");
        assertThat(told(bound).path("rate_limit").asInt()).isEqualTo(60);
        assertThat(lifespan(bound)).isEqualTo(LIFESPAN);
        JsonNode obligations = stage.recordOf(bound).path("obligations");
        assertThat(obligations.path("masked_fields")).hasSize(2);
        assertThat(obligations.path("rate_limit").asInt()).isEqualTo(60);
        assertThat(obligations.path("token_lifespan").asText()).isEqualTo("PT45S");

        stage.leave("agent", "trainees");
        Tokens free = new Tokens(desktop.refresh(bound.refresh()).orFail());

        assertThat(told(free).has("masked_fields")).isFalse();
        assertThat(told(free).has("rate_limit")).isFalse();
        assertThat(told(free).path("mode").asText()).isEqualTo("agent");
        assertThat(lifespan(free)).isGreaterThan(LIFESPAN);
    }

    @Test
    void with_a_condition_of_its_own_binds_only_where_that_holds() {
        String rules = """
                rules:
                  - id: careful-elsewhere
                    actions: [record:view]
                    limit: { rateLimit: 10, when: 'network.zone == "unknown"' }
                """;
        stage.policy("zones:\n  here: { trust: high, cidrs: [127.0.0.0/8, \"::1/128\"] }\n" + rules);
        assertThat(told(stage.granted(new Person("agent"), desktop, "mode:agent record:view"))
                        .has("rate_limit"))
                .isFalse();

        stage.policy(rules);
        assertThat(told(stage.granted(new Person("agent"), desktop, "mode:agent record:view"))
                        .path("rate_limit")
                        .asInt())
                .isEqualTo(10);
    }

    private static JsonNode told(Tokens tokens) {
        return tokens.claims().path("contact_center");
    }

    private static long lifespan(Tokens tokens) {
        return tokens.claims().path("exp").asLong()
                - tokens.claims().path("iat").asLong();
    }
}
