package dev.contactcenter.it.continuous;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.List;
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

/** A telephony system that tells on several connections, or one that repeats itself. */
@Tag("continuous")
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("States of an interaction that are told at the same moment")
final class InteractionsAtTheSameMomentIT {

    private static final int TELLERS = 6;
    private static final int ROUNDS = 6;

    private final ExecutorService tellers = Executors.newFixedThreadPool(TELLERS);
    private final ContinuityRealm stage;
    private final Phone phone;

    InteractionsAtTheSameMomentIT(KeycloakServer server) {
        stage = ContinuityRealm.of(server, "same-moment");
        phone = Phone.in(stage.realm());
    }

    @AfterAll
    void close() {
        tellers.shutdownNow();
        stage.close();
    }

    @RepeatedTest(ROUNDS)
    void leave_the_last_of_their_sender_in_a_session_of_which_nothing_was_known() {
        Tokens tokens = stage.supervisorOn("m-1").signIn(stage.console(), ContinuityRealm.ALL);

        tellAllAtOnce(tokens, 1);
        assertThat(known(tokens)).hasToString("{\"state\":\"wrap-up\",\"sequence\":%d}".formatted(TELLERS));

        tellAllAtOnce(tokens, TELLERS + 1);
        assertThat(known(tokens)).hasToString("{\"state\":\"wrap-up\",\"sequence\":%d}".formatted(2 * TELLERS));
    }

    /** The last is wrap-up, all before are live; whoever is too late is told so, and nobody fails. */
    private void tellAllAtOnce(Tokens tokens, int first) {
        var start = new CyclicBarrier(TELLERS);
        List<CompletableFuture<Answer>> told = IntStream.range(0, TELLERS)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> {
                            await(start);
                            String state = number == TELLERS - 1 ? "wrap-up" : "live";
                            return phone.tell(
                                    Phone.sid(tokens),
                                    "{\"state\":\"%s\",\"interaction_id\":\"call\",\"sequence\":%d}"
                                            .formatted(state, first + number));
                        },
                        tellers))
                .toList();
        List<String> outcomes = told.stream()
                .map(answer -> answer.join().orFail().text("outcome"))
                .toList();
        assertThat(outcomes)
                .contains("stored")
                .allMatch(outcome -> List.of("stored", "ignored").contains(outcome));
        assertThat(outcomes.getLast()).as("the last of the sender").isEqualTo("stored");
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException("The tellers did not start together", broken);
        }
    }

    /** Whatever is told that is older is answered with what is known. */
    private Object known(Tokens tokens) {
        return phone.tell(Phone.sid(tokens), "{\"state\":\"idle\",\"sequence\":0}")
                .orFail()
                .json()
                .path("known");
    }
}
