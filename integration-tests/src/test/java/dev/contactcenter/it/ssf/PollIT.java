package dev.contactcenter.it.ssf;

import static dev.contactcenter.it.ssf.StreamRealm.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.ssf.Transmitter.Mood;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("continuous")
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
@BesideOthers
@DisplayName("A stream that is polled")
final class PollIT {

    private static final String STREAM = "polled";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Transmitter transmitter = new Transmitter("https://transmitter.example.test");
    private final StreamRealm realm;

    PollIT(KeycloakServer server) {
        realm = StreamRealm.of(server, "poll", transmitter);
    }

    @BeforeEach
    void configure() {
        realm.polled(STREAM, Map.of()).orFail();
    }

    @AfterEach
    void close() {
        realm.close();
        transmitter.close();
    }

    private SetText queued(SetText set) {
        transmitter.queue(set.jti(), set.signed());
        return set;
    }

    private void awaitEmptyQueue() {
        Waiting.until(
                PATIENCE,
                () -> Optional.of(transmitter.queued()).filter(List::isEmpty),
                () -> "Left in the queue: " + transmitter.queued());
    }

    @Test
    void takes_what_is_there_and_acknowledges_it_once_it_counts() {
        Tokens tokens = realm.signIn("supervisor");
        SetText set = queued(transmitter.set("session-revoked").aboutSession(sid(tokens)));

        realm.awaitEnd(tokens);
        awaitEmptyQueue();

        assertThat(realm.record(set).path("outcome").asText()).isEqualTo("done");
        assertThat(transmitter.polls())
                .anySatisfy(
                        poll -> assertThat(poll.path("ack").path(0).asText()).isEqualTo(set.jti()));
        realm.await(STREAM, status -> status.path("events").path("done").asInt() == 1);
        assertThat(realm.status(STREAM).path("polled_at").asText()).isNotEmpty();
    }

    @Test
    void complains_of_what_is_wrong_and_takes_the_rest() {
        Tokens tokens = realm.signIn("supervisor");
        KeyPair forged = Transmitter.newKey(2048);
        SetText bad =
                queued(transmitter.set("session-revoked").aboutSession("x").key("forged", forged));
        transmitter.queue("no-token", "garbage");
        SetText renamed = transmitter.set("session-revoked").aboutSession("x");
        transmitter.queue("renamed", renamed.signed());
        queued(transmitter.set("session-revoked").aboutSession(sid(tokens)));

        realm.awaitEnd(tokens);
        awaitEmptyQueue();

        assertThat(transmitter.polls()).anySatisfy(poll -> {
            assertThat(poll.path("setErrs").path(bad.jti()).path("err").asText())
                    .isEqualTo("invalid_key");
            assertThat(poll.path("setErrs").path("no-token").path("err").asText())
                    .isEqualTo("invalid_request");
            assertThat(poll.path("setErrs").path("renamed").path("err").asText())
                    .isEqualTo("invalid_request");
        });
        realm.await(STREAM, status -> status.path("refused").asInt() == 3);
    }

    @Test
    void fetches_at_once_what_is_more_than_one_poll_brings() {
        List<SetText> many = IntStream.range(0, 120)
                .mapToObj(one -> queued(transmitter.set("session-revoked").aboutSession("nobody-" + one)))
                .toList();

        awaitEmptyQueue();

        realm.await(STREAM, status -> status.path("events").path("no_subject").asInt() == many.size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"TALKING_NONSENSE", "TALKING_ENDLESSLY", "HANGING", "FAILING"})
    void survives_a_transmitter_that_fails_and_tells_so(Mood mood) {
        transmitter.be(mood);
        realm.await(STREAM, status -> status.path("failed_polls").asInt() > 1);
        assertThat(realm.status(STREAM).path("last_error").asText()).isNotEmpty();

        transmitter.be(Mood.WELL);
        Tokens tokens = realm.signIn("supervisor");
        queued(transmitter.set("session-revoked").aboutSession(sid(tokens)));

        realm.awaitEnd(tokens);
        realm.await(STREAM, status -> status.path("failed_polls").asInt() == 0);
    }

    @Test
    void takes_once_what_a_transmitter_repeats() {
        transmitter.be(Mood.REPEATING);
        SetText set = queued(transmitter.set("session-revoked").aboutSession("nobody"));

        realm.record(set);
        Waiting.until(
                PATIENCE,
                () -> Optional.of(transmitter.polls().size()).filter(polls -> polls > 25),
                () -> "It is not polled any more");

        realm.await(STREAM, status -> status.path("events").path("no_subject").asInt() == 1);
    }

    @Test
    void is_verified_when_an_administrator_asks() {
        realm.drop();
        realm.polled(STREAM, Map.of("streamId", Transmitter.STREAM_ID, "verificationUrl", transmitter.url("/verify")))
                .orFail();

        Answer asked =
                realm.fixture().admin().post("/contact-center/streams/" + STREAM + "/verification", Admin.object());

        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        String state = transmitter.verifications().getFirst().path("state").asText();
        assertThat(transmitter.verifications().getFirst().path("stream_id").asText())
                .isEqualTo(Transmitter.STREAM_ID);
        assertThat(realm.status(STREAM).path("awaits_verification").asBoolean()).isTrue();

        SetText wrong = queued(verification("another-state"));
        SetText foreign =
                queued(transmitter.set("verification").aboutSession("another").with("state", state));
        queued(verification(state));
        awaitEmptyQueue();

        realm.await(STREAM, status -> !status.path("awaits_verification").asBoolean());
        assertThat(realm.status(STREAM).path("verified_at").asText()).isNotEmpty();
        assertThat(transmitter.polls())
                .anySatisfy(poll -> assertThat(poll.path("setErrs")
                                .path(wrong.jti())
                                .path("err")
                                .asText())
                        .isEqualTo("invalid_state"));
        assertThat(transmitter.polls())
                .anySatisfy(poll -> assertThat(poll.path("setErrs")
                                .path(foreign.jti())
                                .path("err")
                                .asText())
                        .isEqualTo("invalid_request"));
    }

    private SetText verification(String state) {
        return transmitter
                .set("verification")
                .aboutSession(Transmitter.STREAM_ID)
                .with("state", state);
    }

    @Test
    void keeps_its_secrets_to_itself() {
        String components = realm.fixture()
                .admin()
                .get("/components?type=org.keycloak.services.ui.extend.UiPageProvider")
                .orFail()
                .body();

        assertThat(components).contains(STREAM).doesNotContain("a-secret-of-the-receiver");
        assertThat(realm.status(STREAM).toString()).doesNotContain("a-secret-of-the-receiver");
    }
}
