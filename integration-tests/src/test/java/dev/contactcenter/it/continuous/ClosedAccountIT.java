package dev.contactcenter.it.continuous;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Keycloak closes accounts in more ways than an administrator who disables one. */
@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A session of an account that is closed")
final class ClosedAccountIT {

    private final RealmFixture realm;
    private final TestApp desktop;

    ClosedAccountIT(KeycloakServer server) {
        realm = RealmFixture.plan(server, "closed-accounts").withoutEnrolment().create();
        desktop = new TestApp(realm, "agent-desktop");
    }

    @AfterAll
    void close() {
        realm.close();
    }

    private void assertEnded(Tokens tokens, String reason) {
        String session = tokens.claims().path("sid").asText();
        JsonNode ended = realm.server()
                .records()
                .await(
                        realm.name(),
                        record -> record.path("event").asText().equals("session_ended")
                                && record.at("/actor/session").asText().equals(session));
        assertThat(ended.path("reason").asText()).isEqualTo(reason);
        assertThat(desktop.refresh(tokens.refresh()).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void ends_when_the_account_is_removed() {
        Tokens tokens = new Person("analyst").signIn(desktop, "");

        realm.admin().delete("/users/" + realm.admin().userId("analyst")).orFail();

        assertEnded(tokens, "account_removed");
    }

    @Test
    void ends_when_somebody_guesses_until_keycloak_locks_the_account_for_good() {
        realm.admin()
                .change(
                        "",
                        settings -> settings.put("bruteForceProtected", true)
                                .put("permanentLockout", true)
                                .put("maxTemporaryLockouts", 0)
                                .put("failureFactor", 1))
                .orFail();
        Tokens tokens = new Person("agent").signIn(desktop, "");
        Person guessing = new Person("agent");

        guessing.browser()
                .submit(
                        guessing.open(desktop, ""),
                        "#kc-form-login",
                        Map.of("username", "agent", "password", "no password of anybody"));

        assertEnded(tokens, "account_disabled");
    }
}
