package dev.contactcenter.it.ssf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.DeviceRealm;
import dev.contactcenter.it.signals.PostureIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A device that a security event is about")
final class DeviceComplianceIT {

    private final Transmitter transmitter = new Transmitter("https://mdm.example.test");
    private final PostureIssuer agent = new PostureIssuer();
    private final DeviceRealm realm;

    DeviceComplianceIT(KeycloakServer server) {
        realm = DeviceRealm.of(server, "compliance-events");
    }

    @BeforeAll
    void configure() {
        realm.trust(agent, Map.of()).orFail();
        realm.source("registry", "contact-center-device-registry", Map.of()).orFail();
        stream("mdm", Map.of());
        for (String choice : List.of("end-sessions", "downscope", "step-up", "note")) {
            stream(choice, Map.of("onDeviceNotCompliant", choice));
        }
    }

    private void stream(String name, Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "name",
                name,
                "issuer",
                transmitter.issuer(),
                "audience",
                Transmitter.AUDIENCE,
                "jwksUrl",
                transmitter.url("/jwks.json"),
                "authorization",
                StreamRealm.AUTHORIZATION));
        settings.putAll(more);
        realm.source(name, StreamRealm.PROVIDER, settings).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        transmitter.close();
        agent.close();
    }

    private SetText tell(String stream, String device, String from, String to, int seconds) {
        SetText set = transmitter
                .set("device-compliance-change")
                .aboutDevice(device)
                .with("previous_status", from)
                .with("current_status", to)
                .occurred(seconds);
        Answer answer = StreamRealm.push(
                realm.fixture(), stream, set.signed(), "application/secevent+jwt", StreamRealm.AUTHORIZATION);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return set;
    }

    private Tokens signIn(String device) {
        return realm.granted(DeviceRealm.supervisor(agent.token(device).signed()));
    }

    private String refreshed(Tokens tokens) {
        return realm.console().refresh(tokens.refresh()).body();
    }

    @Test
    void counts_as_it_is_at_the_next_refresh_in_the_middle_of_a_session() {
        Tokens tokens = signIn("d-1");
        assertThat(refreshed(tokens)).contains("queue:monitor");

        tell("mdm", "d-1", "compliant", "not-compliant", -20);
        assertThat(refreshed(tokens)).doesNotContain("queue:monitor");

        tell("mdm", "d-1", "not-compliant", "compliant", -30);
        assertThat(refreshed(tokens)).as("an older word").doesNotContain("queue:monitor");

        tell("mdm", "d-1", "not-compliant", "compliant", -10);
        assertThat(refreshed(tokens)).contains("queue:monitor");
    }

    @Test
    void takes_nothing_away_on_another_device() {
        Tokens other = signIn("d-3");

        tell("mdm", "d-2", "compliant", "not-compliant", 0);

        assertThat(refreshed(other)).contains("queue:monitor");
    }

    @Test
    void ends_the_sessions_of_all_who_share_it_where_it_is_configured_to() {
        Tokens one = signIn("d-4");
        Tokens other = signIn("d-4");
        Tokens elsewhere = signIn("d-5");

        tell("end-sessions", "d-4", "compliant", "not-compliant", 0);

        awaitEnd(one);
        awaitEnd(other);
        assertThat(refreshed(elsewhere)).contains("queue:monitor");
        Person again = DeviceRealm.supervisor(agent.token("d-4").signed());
        realm.refused(again);
        tell("end-sessions", "d-4", "not-compliant", "compliant", 1);
        signIn("d-4");
    }

    @Test
    void takes_what_is_privileged_where_it_is_configured_to_until_somebody_signs_in_anew() {
        Tokens tokens = supervisorOn("d-6").signIn(realm.console(), DeviceRealm.PRIVILEGED);
        assertThat(refreshed(tokens)).contains("recording:play");

        tell("downscope", "d-6", "compliant", "not-compliant", -20);
        tell("downscope", "d-6", "not-compliant", "compliant", -10);

        assertThat(refreshed(tokens)).contains("queue:monitor").doesNotContain("recording:play");
        assertThat(refreshed(supervisorOn("d-6").signIn(realm.console(), DeviceRealm.PRIVILEGED)))
                .contains("recording:play");
    }

    @Test
    void has_whatever_takes_a_proof_ask_for_it_anew_where_it_is_configured_to() {
        Person person = supervisorOn("d-7");
        Tokens tokens = person.signIn(realm.console(), DeviceRealm.PRIVILEGED);
        assertThat(person.open(realm.console(), DeviceRealm.PRIVILEGED).has("kc-form-login"))
                .as("the cookie is enough")
                .isFalse();

        tell("step-up", "d-7", "compliant", "not-compliant", -20);
        tell("step-up", "d-7", "not-compliant", "compliant", -10);

        assertThat(refreshed(tokens)).contains("queue:monitor").doesNotContain("recording:play");
        assertThat(person.open(realm.console(), DeviceRealm.PRIVILEGED).has("kc-form-login"))
                .isTrue();
    }

    @Test
    void changes_nothing_where_it_is_only_noted() {
        Tokens tokens = signIn("d-8");

        SetText set = tell("note", "d-8", "compliant", "not-compliant", 0);

        JsonNode record = realm.fixture()
                .server()
                .records()
                .await(
                        realm.fixture().name(),
                        one -> one.path("about").path("jti").asText().equals(set.jti()));
        assertThat(record.path("outcome").asText()).isEqualTo("noted");
        assertThat(record.path("about").path("action").asText()).isEqualTo("note");
        assertThat(refreshed(tokens)).contains("queue:monitor");
    }

    private Person supervisorOn(String device) {
        return DeviceRealm.supervisor(agent.token(device).signed());
    }

    private void awaitEnd(Tokens tokens) {
        Waiting.until(
                Duration.ofSeconds(20),
                () -> Optional.of(refreshed(tokens)).filter(body -> body.contains("invalid_grant")),
                () -> "The session goes on");
    }
}
