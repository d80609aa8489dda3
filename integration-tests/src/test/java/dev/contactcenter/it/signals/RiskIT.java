package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("signals")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A risk that an engine tells")
final class RiskIT {

    private final SignalRealm stage;
    private final String engine;

    RiskIT(KeycloakServer server) {
        stage = SignalRealm.of(server, "risk", """
                rules:
                  - id: risky-account
                    actions: [queue:monitor]
                    when: risk.user == "high"
                    deny: { reason: risk_too_high }
                  - id: risky-session
                    actions: [queue:monitor]
                    when: risk.session == "high"
                    deny: { reason: risk_too_high }
                """);
        stage.keep("contact-center-risk", Map.of("quiet", "low")).orFail();
        engine = stage.token(SignalRealm.ENGINE);
    }

    @AfterAll
    void close() {
        stage.close();
    }

    private Answer tell(String kind, String name, String level, Instant at) {
        return stage.tell(
                engine,
                "{\"signal\":\"risk\",\"subject\":{\"%s\":\"%s\"},\"level\":\"%s\",\"observed_at\":\"%s\"}"
                        .formatted(kind, name, level, at));
    }

    @Test
    void of_an_account_counts_from_its_next_decision_on_until_the_engine_takes_it_back() {
        Instant now = Instant.now();
        Person supervisor = new Person("supervisor");
        assertThat(tell("user", "supervisor", "high", now.minusSeconds(20))
                        .orFail()
                        .text("outcome"))
                .isEqualTo("stored");

        JsonNode record = stage.refused(supervisor, "risk_too_high");
        assertThat(record.path("evidence").toString()).contains("\"signal\":\"risk\"", "\"outcome\":\"told\"");

        assertThat(tell("user", "supervisor", "high", now.minusSeconds(20)).text("outcome"))
                .isEqualTo("ignored");
        Answer replayed = tell("user", "supervisor", "low", now.minusSeconds(30));
        assertThat(replayed.status()).isEqualTo(200);
        assertThat(replayed.text("outcome")).isEqualTo("ignored");
        assertThat(replayed.json().path("known").path("level").asText()).isEqualTo("high");
        stage.refused(supervisor.elsewhere(), "risk_too_high");

        String id = stage.realm().admin().userId("supervisor");
        assertThat(tell("user", id, "low", now.minusSeconds(10)).text("outcome"))
                .isEqualTo("stored");
        supervisor.elsewhere().signIn(stage.console(), SignalRealm.EVERYDAY);
    }

    @Test
    void of_a_session_takes_the_action_away_at_its_next_refresh_and_from_no_other_session() {
        Instant now = Instant.now();
        Tokens one = new Person("supervisor").signIn(stage.console(), SignalRealm.EVERYDAY);
        Tokens other = new Person("supervisor").signIn(stage.console(), SignalRealm.EVERYDAY);

        assertThat(tell("session", one.claims().path("sid").asText(), "high", now)
                        .orFail()
                        .text("outcome"))
                .isEqualTo("stored");

        assertThat(stage.console().refresh(one.refresh()).body()).doesNotContain("queue:monitor");
        assertThat(new Tokens(stage.console().refresh(other.refresh()).orFail()).scope())
                .contains("queue:monitor");
    }

    @Test
    void is_missing_where_silence_means_nothing() {
        stage.drop("contact-center-risk");
        stage.keep("contact-center-risk", Map.of()).orFail();

        JsonNode record = stage.refused(new Person("supervisor"), "risk_too_high");

        assertThat(record.path("degraded").asBoolean()).isTrue();
        stage.drop("contact-center-risk");
        stage.keep("contact-center-risk", Map.of("quiet", "low")).orFail();
    }

    @Test
    void of_somebody_unknown_is_refused_in_words() {
        Instant now = Instant.now();

        assertThat(tell("user", "nobody", "low", now).status()).isEqualTo(404);
        assertThat(tell("session", "nobody", "low", now).status()).isEqualTo(404);
        Answer future = tell("user", "supervisor", "low", now.plusSeconds(120));
        assertThat(future.status()).isEqualTo(400);
        assertThat(future.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(future.text("detail")).startsWith("Member 'observed_at' lies in the future; here it is ");
        assertThat(stage.tell(engine, "x".repeat(10_000)).status()).isEqualTo(413);
    }
}
