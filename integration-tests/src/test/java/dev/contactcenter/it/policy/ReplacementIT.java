package dev.contactcenter.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("policy")
@WithKeycloak
@DisplayName("A policy that is replaced while it decides")
final class ReplacementIT {

    private static final int REPLACEMENTS = 30;
    private static final int CALLERS = 4;

    private final KeycloakServer server;

    ReplacementIT(KeycloakServer server) {
        this.server = server;
    }

    @Test
    void never_decides_a_part_of_a_request() {
        try (Stage stage = Stage.of(server, "replaced", plan -> plan.client("cti-connector", Clients::greedyService))) {
            stage.policy(limiting(0));
            Queue<Tokens> given = underLoad(stage);

            assertThat(given).hasSizeGreaterThan(REPLACEMENTS).allSatisfy(ReplacementIT::assertOfOnePolicy);
            stage.record(one -> one.path("hook").asText().equals("token"));
            List<JsonNode> records = server.records().decisionsOf(stage.realm().name());
            assertThat(records)
                    .allSatisfy(record -> assertThat(record.path("obligations")
                                    .path("rate_limit")
                                    .asInt())
                            .isEqualTo(rate(number(record.path("policy").asText()))));
        }
    }

    /** Replaces the policy again and again while tokens are asked for, and gives the tokens. */
    private static Queue<Tokens> underLoad(Stage stage) {
        Queue<Tokens> given = new ConcurrentLinkedQueue<>();
        Queue<Throwable> failed = new ConcurrentLinkedQueue<>();
        var over = new AtomicBoolean();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            IntStream.range(0, CALLERS)
                    .forEach(caller -> callers.execute(() -> {
                        try {
                            while (!over.get()) {
                                given.add(token(stage));
                            }
                        } catch (RuntimeException | AssertionError e) {
                            failed.add(e);
                        }
                    }));
            for (int i = 1; i <= REPLACEMENTS; i++) {
                stage.policy(limiting(i));
                assertThat(revision(token(stage))).isEqualTo(stage.revision());
            }
            over.set(true);
        }
        assertThat(failed).isEmpty();
        return given;
    }

    private static Tokens token(Stage stage) {
        Answer answer = stage.app("cti-connector")
                .token(Map.of(
                        "grant_type", "client_credentials",
                        "client_secret", Clients.SECRET,
                        "scope", "record:view"));
        return new Tokens(answer.orFail());
    }

    private static void assertOfOnePolicy(Tokens tokens) {
        JsonNode claims = tokens.claims();
        int number = number(revision(tokens));
        assertThat(claims.path("contact_center").path("rate_limit").asInt()).isEqualTo(rate(number));
        // Counted from the moment of the decision: a slow machine makes the token a second or two later.
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                .isBetween(rate(number) - 2L, (long) rate(number));
    }

    private static String revision(Tokens tokens) {
        return tokens.claims().path("contact_center").path("policy").asText();
    }

    private static int number(String revision) {
        return Integer.parseInt(revision.substring(revision.indexOf('.') + 1));
    }

    /** Revisions count from one; the same number is the rate and, in seconds, the lifespan. */
    private static int rate(int revision) {
        return 20 + revision;
    }

    private static String limiting(int replacement) {
        int rate = rate(replacement + 1);
        return """
                rules:
                  - id: limits
                    actions: [record:view]
                    limit: { rateLimit: %d, tokenLifespan: PT%dS }
                """.formatted(rate, rate);
    }
}
