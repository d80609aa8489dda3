package dev.contactcenter.it.continuous;

import static dev.contactcenter.it.continuous.ContinuityRealm.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A rule that an established session violates")
final class ViolationIT {

    private static final String END = """
            rules:
              - id: compliant-only
                actions: [recording:play]
                when: device.compliance == "noncompliant"
                deny: { reason: device_not_compliant }
                onViolation: end
            """;

    private static final String STEP_UP = """
            rules:
              - id: passkey-on-bad-devices
                actions: [recording:play]
                when: device.compliance == "noncompliant"
                require: { acr: phr, maxAge: PT5M }
                onViolation: step-up
            """;

    private final ContinuityRealm stage;

    ViolationIT(KeycloakServer server) {
        this.stage = ContinuityRealm.of(server, "violation");
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void ends_it_at_refresh_for_every_app_and_says_why() {
        stage.policy(END);
        Person person = stage.supervisorOn("v-1");
        Tokens tokens = person.signIn(stage.console(), ALL);
        stage.device("v-1", "noncompliant");

        Answer refused = stage.console().refresh(tokens.refresh());

        LimitRealm.assertEnded(refused, "device_not_compliant");
        assertThat(stage.isActive(Clients.ALL_GRANTS, tokens.access())).isFalse();
        assertThat(stage.userInfo(tokens.access()).status()).isEqualTo(401);
        Screen again = person.open(stage.console(), ALL);
        assertThat(again.has("kc-form-login")).isTrue();
    }

    @Test
    void ends_it_when_somebody_asks_about_its_token() {
        stage.policy(END);
        Tokens tokens = stage.supervisorOn("v-2").signIn(stage.console(), ALL);
        stage.device("v-2", "noncompliant");

        assertThat(stage.isActive(Clients.ALL_GRANTS, tokens.access())).isFalse();

        stage.device("v-2", "compliant");
        assertThat(stage.console().refresh(tokens.refresh()).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void stops_it_until_the_person_has_proven_more() {
        stage.policy(STEP_UP);
        Tokens tokens = stage.supervisorOn("v-3").signIn(stage.console(), ALL);
        stage.device("v-3", "noncompliant");

        Answer refused = stage.console().refresh(tokens.refresh());

        assertThat(refused.text("error")).isEqualTo("insufficient_user_authentication");
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("error=\"insufficient_user_authentication\"", "acr_values=\"phr\"", "max_age=\"300\"");
        assertThat(stage.isActive(Clients.ALL_GRANTS, tokens.access())).isFalse();

        stage.device("v-3", "compliant");
        assertThat(new Tokens(stage.console().refresh(tokens.refresh()).orFail()).scope())
                .contains(ContinuityRealm.PRIVILEGED);
    }
}
