package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** Two engines, or one that repeats itself on two connections. */
@Tag("signals")
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Risks that are told at the same moment")
final class RiskAtTheSameMomentIT {

    private static final int TELLERS = 4;
    private static final int ROUNDS = 6;

    private final ExecutorService tellers = Executors.newFixedThreadPool(TELLERS);
    private final SignalRealm stage;
    private final String engine;

    RiskAtTheSameMomentIT(KeycloakServer server) {
        stage = SignalRealm.of(server, "risks", """
                rules:
                  - id: risky
                    actions: [queue:monitor]
                    when: risk.user == "high" || risk.session == "high"
                    deny: { reason: risk_too_high }
                """);
        stage.keep("contact-center-risk", Map.of("quiet", "low")).orFail();
        engine = stage.token(SignalRealm.ENGINE);
    }

    @AfterAll
    void close() {
        tellers.shutdownNow();
        stage.close();
    }

    @RepeatedTest(ROUNDS)
    void of_an_account_of_which_nothing_was_known_leave_what_was_observed_last() {
        String name = "told-" + System.nanoTime();
        stage.realm()
                .admin()
                .post("/users", Admin.object("{\"username\":\"" + name + "\",\"enabled\":true}"))
                .orFail();
        Instant latest = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        tellAllAtOnce("user", name, latest);

        assertThat(known("user", name, latest)).contains("\"level\":\"high\"", latest.toString());
    }

    @RepeatedTest(ROUNDS)
    void of_a_session_leave_what_was_observed_last() {
        String session = new Person("supervisor")
                .signIn(stage.console(), SignalRealm.EVERYDAY)
                .claims()
                .path("sid")
                .asText();
        Instant latest = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        tellAllAtOnce("session", session, latest);

        assertThat(known("session", session, latest)).contains("\"level\":\"high\"", latest.toString());
    }

    /** The first tells what was observed last, and what is high; the others something older that is low. */
    private void tellAllAtOnce(String kind, String name, Instant latest) {
        var start = new CyclicBarrier(TELLERS);
        List<CompletableFuture<Answer>> told = IntStream.range(0, TELLERS)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> {
                            await(start);
                            return tell(kind, name, number == 0 ? "high" : "low", latest.minusSeconds(number));
                        },
                        tellers))
                .toList();
        told.forEach(answer -> answer.join().orFail());
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException("The tellers did not start together", broken);
        }
    }

    /** Whatever is told that is older is answered with what is known. */
    private String known(String kind, String name, Instant latest) {
        return tell(kind, name, "low", latest.minusSeconds(60)).orFail().body();
    }

    private Answer tell(String kind, String name, String level, Instant at) {
        return stage.tell(
                engine,
                "{\"signal\":\"risk\",\"subject\":{\"%s\":\"%s\"},\"level\":\"%s\",\"observed_at\":\"%s\"}"
                        .formatted(kind, name, level, at));
    }
}
