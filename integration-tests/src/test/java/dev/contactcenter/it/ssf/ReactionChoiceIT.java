package dev.contactcenter.it.ssf;

import static dev.contactcenter.it.ssf.StreamRealm.sid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.SignalRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What follows from a type of security event")
final class ReactionChoiceIT {

    private static final String PATIENT = "patient";

    private final Transmitter transmitter = new Transmitter("https://choices.example.test");
    private final StreamRealm realm;

    ReactionChoiceIT(KeycloakServer server) {
        realm = StreamRealm.of(server, "reaction-choice", transmitter);
    }

    /** A stream for each choice, of which the name is that of the choice. */
    @BeforeAll
    void configure() {
        for (String choice : List.of("end-sessions", "downscope", "step-up", "note")) {
            realm.pushed(
                            choice,
                            Map.of(
                                    "onSessionRevoked", choice,
                                    "onTokenClaimsChange", choice,
                                    "onCredentialRevoked", choice,
                                    "onCredentialChanged", choice,
                                    "onAssuranceDecrease", choice,
                                    "onHighRisk", choice))
                    .orFail();
        }
        realm.pushed(PATIENT, Map.of()).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        transmitter.close();
    }

    private SetText event(String type, Tokens of) {
        String person = realm.account("supervisor");
        return switch (type) {
            case "token-claims-change" ->
                transmitter
                        .set(type)
                        .aboutAccount(person)
                        .event(event -> event.withObject("/claims").put("role", "other"));
            case "credential revoked" ->
                transmitter
                        .set("credential-change")
                        .aboutAccount(person)
                        .with("credential_type", "password")
                        .with("change_type", "revoke");
            case "credential changed" ->
                transmitter
                        .set("credential-change")
                        .aboutAccount(person)
                        .with("credential_type", "password")
                        .with("change_type", "update");
            case "assurance-level-change" ->
                transmitter
                        .set(type)
                        .aboutAccount(person)
                        .with("namespace", "NIST-AAL")
                        .with("current_level", "nist-aal1")
                        .with("change_direction", "decrease");
            case "risk-level-change" -> risk("HIGH", of).occurred(-20);
            default -> transmitter.set(type).aboutSession(sid(of));
        };
    }

    private SetText risk(String level, Tokens of) {
        return transmitter
                .set("risk-level-change")
                .aboutSession(sid(of))
                .with("principal", "SESSION")
                .with("current_level", level);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "session-revoked, end-sessions",
        "session-revoked, downscope",
        "session-revoked, step-up",
        "session-revoked, note",
        "token-claims-change, end-sessions",
        "token-claims-change, downscope",
        "token-claims-change, step-up",
        "token-claims-change, note",
        "credential revoked, end-sessions",
        "credential revoked, downscope",
        "credential revoked, step-up",
        "credential revoked, note",
        "credential changed, end-sessions",
        "credential changed, downscope",
        "credential changed, step-up",
        "credential changed, note",
        "assurance-level-change, end-sessions",
        "assurance-level-change, downscope",
        "assurance-level-change, step-up",
        "assurance-level-change, note",
        "risk-level-change, end-sessions",
        "risk-level-change, downscope",
        "risk-level-change, step-up",
        "risk-level-change, note"
    })
    void is_what_the_stream_is_configured_to(String type, String choice) {
        Person person = new Person("supervisor");
        Tokens tokens = person.signIn(realm.console(), SignalRealm.PRIVILEGED);
        SetText set = event(type, tokens);

        realm.take(choice, set);
        if (type.equals("risk-level-change") && !choice.equals("note")) {
            // So that what goes is gone for what the stream does, and not for the risk.
            realm.take(PATIENT, risk("LOW", tokens).occurred(-10));
        }

        JsonNode record = realm.record(set);
        assertThat(record.path("about").path("action").asText()).isEqualTo(choice);
        assertThat(record.path("outcome").asText()).isEqualTo(choice.equals("note") ? "noted" : "done");
        switch (choice) {
            case "end-sessions" -> {
                realm.awaitEnd(tokens);
                // An order about a person ends what began in the same second.
                Waiting.untilNextSecond();
            }
            case "downscope" ->
                assertThat(atRefresh(tokens)).contains("queue:monitor").doesNotContain("recording:play");
            case "step-up" -> {
                assertThat(atRefresh(tokens))
                        .as("what takes no proof stays")
                        .contains("recording:play")
                        .doesNotContain("queue:monitor");
                assertThat(person.open(realm.console(), SignalRealm.EVERYDAY).has("kc-form-login"))
                        .as("the cookie alone is not enough")
                        .isTrue();
            }
            default -> assertThat(atRefresh(tokens)).contains("queue:monitor", "recording:play");
        }
    }

    private List<String> atRefresh(Tokens tokens) {
        return new Tokens(realm.console().refresh(tokens.refresh()).orFail()).scope();
    }
}
