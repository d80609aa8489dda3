package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk that one person uses after another. */
@Tag("signals")
@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Who signs in on a shared desk")
final class SharedDeskIT {

    private final PostureIssuer issuer = new PostureIssuer();
    private final DeviceRealm realm;

    SharedDeskIT(KeycloakServer server) {
        realm = DeviceRealm.of(server, "shared", "false");
    }

    @BeforeAll
    void configure() {
        realm.trust(issuer, Map.of()).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        issuer.close();
    }

    private Desk desk(String id, String deviceClass) {
        return new Desk(realm, issuer, id, deviceClass);
    }

    @ParameterizedTest(name = "of class {0}")
    @ValueSource(strings = {"shared", "kiosk"})
    void ends_the_session_of_who_was_there_before_and_leaves_a_record(String deviceClass) {
        Desk desk = desk("desk-" + deviceClass, deviceClass);
        Tokens before = desk.signIn("agent");

        Tokens after = desk.signIn("supervisor");

        desk.awaitEnd(before);
        assertThat(desk.goesOn(after)).isTrue();
        JsonNode record = desk.handover(before);
        assertThat(record.path("actor").path("username").asText()).isEqualTo("agent");
        assertThat(record.path("about").path("device").asText()).isEqualTo("desk-" + deviceClass);
        assertThat(record.path("about").path("to_username").asText()).isEqualTo("supervisor");
        assertThat(record.path("about").path("to_session").asText()).isEqualTo(Desk.sid(after));
    }

    @Test
    void ends_all_sessions_of_others_there_and_none_of_their_own() {
        Desk desk = desk("desk-3", "shared");
        Tokens agent = desk.signIn("agent");
        Tokens own = desk.signIn("supervisor");
        desk.awaitEnd(agent);

        Tokens more = desk.signIn("supervisor");

        assertThat(desk.goesOn(own)).isTrue();
        assertThat(desk.goesOn(more)).isTrue();
        Tokens next = desk.signIn("agent");
        desk.awaitEnd(own);
        desk.awaitEnd(more);
        assertThat(desk.goesOn(next)).isTrue();
    }

    @Test
    void ends_nothing_on_other_desks() {
        Tokens elsewhere = desk("desk-4", "shared").signIn("agent");
        Desk desk = desk("desk-5", "shared");
        Tokens before = desk.signIn("agent");

        desk.signIn("supervisor");

        desk.awaitEnd(before);
        assertThat(desk.goesOn(elsewhere)).isTrue();
    }

    @ParameterizedTest(name = "of class {0}")
    @ValueSource(strings = {"personal", "assigned", "vdi", "unknown"})
    void ends_nothing_on_a_device_that_is_not_passed_on(String deviceClass) {
        Desk desk = desk("device-" + deviceClass, deviceClass);
        Tokens before = desk.signIn("agent");

        Tokens after = desk.signIn("supervisor");

        // What a handover ends, it ends in moments; a real one on another desk tells when they have passed.
        ends_the_session_of_who_was_there_before_and_leaves_a_record("shared");
        assertThat(desk.goesOn(before)).isTrue();
        assertThat(desk.goesOn(after)).isTrue();
    }

    @Test
    void ends_nothing_where_the_flow_says_so() {
        takenOverOn("none");
        try {
            Desk desk = desk("desk-6", "shared");
            Tokens before = desk.signIn("agent");

            desk.signIn("supervisor");

            assertThat(desk.goesOn(before)).isTrue();
        } finally {
            takenOverOn("shared##kiosk");
        }
    }

    private void takenOverOn(String classes) {
        JsonNode step = realm.fixture()
                .admin()
                .get("/authentication/flows/contact-center%20browser/executions")
                .orFail()
                .json()
                .valueStream()
                .filter(one -> one.path("providerId").asText().equals("contact-center-access-decision"))
                .findFirst()
                .orElseThrow();
        ObjectNode config = Admin.object();
        config.put("alias", "decision " + classes);
        config.withObject("/config").put("takenOverOn", classes);
        realm.fixture()
                .admin()
                .post("/authentication/executions/" + step.path("id").asText() + "/config", config)
                .orFail();
    }
}
