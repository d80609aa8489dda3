package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.SignalRealm;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("attack")
@Tag("signals")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Telling risks without being asked to")
final class SignalFeedIT {

    private final SignalRealm stage;
    private final SignalRealm neighbour;

    SignalFeedIT(KeycloakServer server) {
        stage = SignalRealm.of(server, "feed", "");
        neighbour = SignalRealm.of(server, "feed-neighbour", "");
    }

    @AfterAll
    void close() {
        stage.close();
        neighbour.close();
    }

    private Answer tell(String token) {
        return stage.tell(
                token,
                "{\"signal\":\"risk\",\"subject\":{\"user\":\"supervisor\"},\"level\":\"low\",\"observed_at\":\"%s\"}"
                        .formatted(Instant.now()));
    }

    private static void assertUnauthorized(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer realm=");
    }

    @Test
    void takes_a_token() {
        assertUnauthorized(tell(""));
        assertUnauthorized(tell("x"));
        assertUnauthorized(tell("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZ2VudCJ9."));
    }

    @Test
    void takes_a_token_of_this_realm() {
        assertUnauthorized(tell(neighbour.token(SignalRealm.ENGINE)));
    }

    @Test
    void takes_the_role() {
        Answer answer = tell(stage.token("stranger"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("error=\"insufficient_scope\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void takes_more_than_being_the_person_whose_risk_it_is() {
        String own = new Person("supervisor")
                .signIn(stage.console(), SignalRealm.EVERYDAY)
                .access();

        assertThat(tell(own).status()).isBetween(401, 403);
    }
}
