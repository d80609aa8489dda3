package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.services.Burst;
import dev.contactcenter.it.services.Connector;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("attack")
@Tag("modes")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The token rate of a service")
final class TokenRateIT {

    private static final int RATE = 5;
    private static final int REQUESTS = 20;

    private final Scene scene;
    private final Connector connector;

    TokenRateIT(KeycloakServer server) {
        this.scene = Scene.of(
                server,
                "token-rate",
                plan -> Connector.keyed(plan).policy(text -> text.replace("tokenRate: 30", "tokenRate: " + RATE)));
        this.connector = new Connector(scene.realm());
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void is_not_outrun_by_asking_all_at_once() {
        List<Answer> answers = Burst.of(List.of(() -> connector.ask("record:view")), REQUESTS);

        assertThat(Burst.with(answers, 200)).as(answers.toString()).isEqualTo(RATE);
        assertThat(Burst.with(answers, 429)).isEqualTo(REQUESTS - RATE);
        Answer refused = connector.ask("record:view");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("error")).isEqualTo("temporarily_unavailable");
        assertThat(refused.text("error_description")).startsWith("token_rate_exceeded: ");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        scene.awaitRecord("deny", "token_rate_exceeded");
        assertThat(scene.realm().records().stream()
                        .filter(record -> record.path("reason").asText().equals("token_rate_exceeded")))
                .as("one record, however often it was refused")
                .hasSize(1);
    }
}
