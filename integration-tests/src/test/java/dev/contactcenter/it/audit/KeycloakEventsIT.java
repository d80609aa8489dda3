package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What whoever reads Keycloak's own events finds of the decisions behind them. */
@Tag("audit")
@WithKeycloak
@DisplayName("Keycloak's events LOGIN, CODE_TO_TOKEN and REFRESH_TOKEN")
final class KeycloakEventsIT {

    private static final String EVERYDAY = "mode:supervisor queue:monitor";
    private static final String ELEVATED = "mode:supervisor queue:monitor recording:play";
    private static final String STEP_UP = "contact_center_step_up";

    private final RealmFixture realm;
    private final TestApp console;
    private Person supervisor = new Person("supervisor");

    KeycloakEventsIT(KeycloakServer server) {
        realm = RealmFixture.plan(server, "events").create();
        console = new TestApp(realm, "supervisor-console");
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void tell_decision_level_actions_mode_and_policy_though_a_passkey_is_enrolled_on_the_way() {
        Tokens tokens = signInAndRefresh(EVERYDAY);

        assertThat(details()).hasSize(3).allSatisfy(details -> {
            assertThat(details.path("contact_center_decision").asText()).isNotEmpty();
            assertThat(details.path("contact_center_actions").asText()).isEqualTo("queue:monitor");
            assertThat(details.path("contact_center_acr").asText()).isEqualTo("password");
            assertThat(details.path("contact_center_mode").asText()).isEqualTo("supervisor");
            assertThat(details.path("contact_center_policy").asText()).isNotEmpty();
            assertThat(details.has(STEP_UP)).isFalse();
        });
        assertThat(realm.admin()
                        .events("CODE_TO_TOKEN")
                        .getFirst()
                        .at("/details/contact_center_decision")
                        .asText())
                .isEqualTo(tokens.claims().path("txn").asText());
    }

    @Test
    void tell_the_step_up_of_the_login_and_none_once_a_login_needed_none() {
        supervisor.signIn(console, "");
        supervisor = supervisor.elsewhere();
        signInAndRefresh(ELEVATED);
        String asked = details().getFirst().path(STEP_UP).asText();

        assertThat(asked).isNotEmpty();
        assertThat(details()).allMatch(details -> details.path(STEP_UP).asText().equals(asked));
        assertThat(realm.server().records().decisionsOf(realm.name()))
                .filteredOn(record -> record.path("id").asText().equals(asked))
                .allMatch(record -> record.path("outcome").asText().equals("step_up"))
                .isNotEmpty();

        signInAndRefresh(EVERYDAY);

        assertThat(details())
                .allMatch(details -> details.has("contact_center_decision"))
                .noneMatch(details -> details.has(STEP_UP));
    }

    private Tokens signInAndRefresh(String scope) {
        Tokens tokens = supervisor.signIn(console, scope);
        console.refresh(tokens.refresh()).orFail();
        return tokens;
    }

    /** Of the latest event of each kind. */
    private List<JsonNode> details() {
        return List.of("LOGIN", "CODE_TO_TOKEN", "REFRESH_TOKEN").stream()
                .map(kind -> realm.admin().events(kind).getFirst().path("details"))
                .toList();
    }
}
