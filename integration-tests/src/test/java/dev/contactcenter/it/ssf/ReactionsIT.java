package dev.contactcenter.it.ssf;

import static dev.contactcenter.it.ssf.StreamRealm.sid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.SignalRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A security event")
final class ReactionsIT {

    private static final String STREAM = "defaults";

    private final Transmitter transmitter = new Transmitter("https://transmitter.example.test");
    private final StreamRealm realm;

    ReactionsIT(KeycloakServer server) {
        realm = StreamRealm.of(server, "reactions", transmitter);
    }

    @BeforeAll
    void configure() {
        realm.pushed(STREAM, Map.of()).orFail();
        realm.fixture().admin().allowOptionalScope("offline_access", "supervisor-console");
        realm.pushed("ending", Map.of("onHighRisk", "end-sessions")).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        transmitter.close();
    }

    /** An event of a type with all that it requires. */
    private SetText event(String type) {
        SetText set = transmitter.set(type);
        return switch (type) {
            case "token-claims-change" ->
                set.event(event -> event.withObject("/claims").put("role", "other"));
            case "credential-change" -> set.with("credential_type", "password").with("change_type", "revoke");
            case "assurance-level-change" ->
                set.with("namespace", "NIST-AAL")
                        .with("current_level", "nist-aal1")
                        .with("change_direction", "decrease");
            case "risk-level-change" -> set.with("principal", "USER").with("current_level", "HIGH");
            default -> set;
        };
    }

    @Test
    void about_a_session_ends_that_one_and_no_other() {
        Tokens one = realm.signIn("supervisor");
        Tokens other = realm.signIn("supervisor");
        SetText set = event("session-revoked").aboutSession(sid(one));

        realm.take(STREAM, set);

        realm.awaitEnd(one);
        realm.assertGoesOn(other);
        JsonNode record = realm.record(set);
        assertThat(record.path("outcome").asText()).isEqualTo("done");
        assertThat(record.path("reason").asText()).isEqualTo("session_revoked_by_signal");
        assertThat(record.path("about").path("stream").asText()).isEqualTo(STREAM);
        assertThat(record.path("about").path("action").asText()).isEqualTo("end-sessions");
        assertThat(record.path("actor").path("username").asText()).isEqualTo("supervisor");
    }

    @Test
    void that_the_risk_of_a_session_is_high_ends_it_where_it_is_configured_to() {
        Tokens one = realm.signIn("supervisor");
        Tokens other = realm.signIn("supervisor");

        realm.take("ending", event("risk-level-change").aboutSession(sid(one)).with("principal", "SESSION"));

        realm.awaitEnd(one);
        realm.assertGoesOn(other);
    }

    @ParameterizedTest
    @CsvSource({"credential-change", "assurance-level-change"})
    void that_something_proves_less_has_the_next_request_prove_it_anew(String type) {
        Person person = new Person("supervisor");
        Tokens tokens = person.signIn(realm.console(), SignalRealm.EVERYDAY);
        realm.assertGoesOn(tokens);

        realm.take(STREAM, event(type).aboutAccount(realm.account("supervisor")));

        Answer refreshed = realm.console().refresh(tokens.refresh());
        assertThat(refreshed.body()).as("queue:monitor needs a proof").doesNotContain("queue:monitor");
        assertThat(person.open(realm.console(), SignalRealm.EVERYDAY).has("kc-form-login"))
                .as("the cookie alone is not enough")
                .isTrue();
        Tokens anew = person.signIn(realm.console(), SignalRealm.EVERYDAY);
        realm.assertGoesOn(anew);
    }

    @Test
    void that_takes_rights_away_takes_what_is_privileged_from_the_sessions_of_the_person() {
        Person person = new Person("supervisor");
        Tokens tokens = person.signIn(realm.console(), SignalRealm.PRIVILEGED);
        assertThat(atRefresh(tokens)).contains("queue:monitor", "recording:play");
        SetText set = event("token-claims-change").aboutAccount(realm.account("supervisor"));

        realm.take(STREAM, set);

        JsonNode record = realm.record(set);
        assertThat(record.path("outcome").asText()).isEqualTo("done");
        assertThat(record.path("about").path("action").asText()).isEqualTo("downscope");
        assertThat(record.path("about").path("sessions").asInt()).isPositive();
        assertThat(atRefresh(tokens)).contains("queue:monitor").doesNotContain("recording:play");
        assertThat(atRefresh(person.elsewhere().signIn(realm.console(), SignalRealm.PRIVILEGED)))
                .as("whoever signs in anew has the rights that are left")
                .contains("queue:monitor", "recording:play");
    }

    private List<String> atRefresh(Tokens tokens) {
        return new Tokens(realm.console().refresh(tokens.refresh()).orFail()).scope();
    }

    @Test
    void that_a_risk_is_high_counts_at_the_next_refresh_until_it_is_low_again() {
        String agent = realm.account("supervisor");
        Tokens tokens = realm.signIn("supervisor");

        realm.take(STREAM, event("risk-level-change").aboutAccount(agent).occurred(-30));
        assertThat(realm.console().refresh(tokens.refresh()).body()).doesNotContain("queue:monitor");

        SetText older = transmitter
                .set("risk-level-change")
                .aboutAccount(agent)
                .with("principal", "USER")
                .with("current_level", "LOW")
                .occurred(-60);
        realm.take(STREAM, older);
        assertThat(realm.record(older).path("outcome").asText()).isEqualTo("outdated");
        assertThat(realm.console().refresh(tokens.refresh()).body()).doesNotContain("queue:monitor");

        realm.take(
                STREAM,
                transmitter
                        .set("risk-level-change")
                        .aboutAccount(agent)
                        .with("principal", "USER")
                        .with("current_level", "LOW")
                        .occurred(-10));
        realm.assertGoesOn(realm.signIn("supervisor"));
    }

    @Test
    void that_the_risk_of_a_session_is_high_counts_in_that_session_only() {
        Tokens one = realm.signIn("supervisor");
        Tokens other = realm.signIn("supervisor");

        realm.take(
                STREAM,
                transmitter
                        .set("risk-level-change")
                        .aboutSession(sid(one))
                        .with("principal", "SESSION")
                        .with("current_level", "HIGH"));

        assertThat(realm.console().refresh(one.refresh()).body()).doesNotContain("queue:monitor");
        realm.assertGoesOn(other);
    }

    @Test
    void ends_an_offline_session_too() {
        Tokens tokens = new Person("supervisor").signIn(realm.console(), SignalRealm.EVERYDAY + " offline_access");

        realm.take(STREAM, event("session-revoked").aboutAccount(realm.account("supervisor")));

        realm.awaitEnd(tokens);
    }

    @Test
    void of_a_type_that_nobody_knows_is_taken_and_noted() {
        SetText set = transmitter
                .set("https://schemas.example.test/secevent/coffee-spilled")
                .aboutAccount(realm.account("supervisor"));

        realm.take(STREAM, set);

        JsonNode record = realm.record(set);
        assertThat(record.path("outcome").asText()).isEqualTo("noted");
        assertThat(record.path("reason").asText()).isEqualTo("unknown_event");
    }
}
