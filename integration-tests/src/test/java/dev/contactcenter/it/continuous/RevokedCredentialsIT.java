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
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An order about what outlives a session")
final class RevokedCredentialsIT {

    private static final String ELEVATED = "mode:supervisor queue:monitor recording:play";

    private final RealmFixture realm;
    private final RevocationOrders orders;
    private final TestApp console;

    RevokedCredentialsIT(KeycloakServer server) {
        this.realm = RealmFixture.plan(server, "revoked-credentials").create();
        this.orders = new RevocationOrders(realm.admin());
        this.console = new TestApp(realm, "supervisor-console");
    }

    @BeforeAll
    void configure() {
        realm.admin().allowOptionalScope("offline_access", "supervisor-console");
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void about_a_passkey_removes_it_and_ends_the_sessions_in_which_it_was_used() {
        Person enrolling = new Person("supervisor");
        enrolling.signIn(console, "");
        Person person = enrolling.elsewhere();
        Tokens withPasskey = person.signIn(console, ELEVATED);
        assertThat(withPasskey.scope()).contains("recording:play");
        String passkey = passkey("supervisor");

        orders.carryOut(Map.of("passkey", passkey));

        assertThat(console.refresh(withPasskey.refresh()).text("error")).isEqualTo("invalid_grant");
        assertThat(passkeys("supervisor")).isEmpty();
        assertThat(person.open(console, ELEVATED).has("kc-form-login")).isTrue();
        assertThat(orders.give(Map.of("passkey", "no-such-passkey")).status())
                .as("an order about nothing does nothing")
                .isEqualTo(202);
    }

    @Test
    void about_a_person_ends_tokens_that_are_used_offline_too() {
        Person person = new Person("agent");
        TestApp desktop = new TestApp(realm, "agent-desktop");
        realm.admin().allowOptionalScope("offline_access", "agent-desktop");
        Tokens offline = person.signIn(desktop, "mode:agent record:view offline_access");
        assertThat(desktop.refresh(offline.refresh()).status()).isEqualTo(200);

        JsonNode order = orders.carryOut(Map.of("user", "agent"));

        assertThat(order.path("sessions_ended").asInt()).isGreaterThan(0);
        assertThat(desktop.refresh(offline.refresh()).text("error")).isEqualTo("invalid_grant");
    }

    private String passkey(String name) {
        return passkeys(name).orElseThrow();
    }

    private Optional<String> passkeys(String name) {
        JsonNode all = realm.admin()
                .get("/users/" + realm.admin().userId(name) + "/credentials")
                .orFail()
                .json();
        for (JsonNode one : all) {
            if (one.path("type").asText().equals("webauthn-passwordless")) {
                return Optional.of(one.path("id").asText());
            }
        }
        return Optional.empty();
    }
}
