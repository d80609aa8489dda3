package dev.contactcenter.it.ssf;

import static dev.contactcenter.it.ssf.StreamRealm.AUTHORIZATION;
import static dev.contactcenter.it.ssf.StreamRealm.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("attack")
@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Whoever pushes a security event")
final class PushAttackIT {

    private static final String STREAM = "attacked";
    private static final String SET = "application/secevent+jwt";

    private final Transmitter transmitter = new Transmitter("https://transmitter.example.test");
    private final Transmitter other = new Transmitter("https://other.example.test");
    private final StreamRealm realm;
    private Tokens victim;

    PushAttackIT(KeycloakServer server) {
        realm = StreamRealm.of(server, "push-attack", transmitter);
        victim = realm.signIn("supervisor");
    }

    @BeforeAll
    void configure() {
        realm.pushed(STREAM, Map.of("keyLifetime", "PT15S", "timeout", "PT1S")).orFail();
        realm.pushed("other", Map.of("issuer", other.issuer(), "jwksUrl", other.url("/jwks.json")))
                .orFail();
        realm.pushed("elsewhere", Map.of("audience", "https://elsewhere.example.test"))
                .orFail();
        realm.pushed("off", Map.of("inUse", "no")).orFail();
        realm.polled("polled", Map.of()).orFail();
    }

    @BeforeEach
    void signIn() {
        victim = realm.signIn("supervisor");
    }

    @AfterEach
    void seeThatNothingHappened() {
        realm.assertGoesOn(victim);
    }

    @AfterAll
    void close() {
        realm.close();
        transmitter.close();
        other.close();
    }

    private SetText set() {
        return transmitter.set("session-revoked").aboutSession(sid(victim));
    }

    private void assertRefused(String err, String body) {
        assertRefused(err, realm.push(STREAM, body));
    }

    private static void assertRefused(String err, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("err")).as(answer.toString()).isEqualTo(err);
        assertThat(answer.text("description")).endsWith(".");
        assertThat(answer.headers().firstValue("Content-Language")).contains("en");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    }

    @Test
    void needs_the_authorization_of_the_stream() {
        for (String shown : new String[] {"", "Bearer wrong", AUTHORIZATION + "x", AUTHORIZATION.substring(7)}) {
            assertRefused("authentication_failed", realm.push(STREAM, set().signed(), SET, shown));
        }
    }

    @Test
    void needs_a_key_that_is_pinned() {
        KeyPair forged = Transmitter.newKey(2048);

        assertRefused("invalid_key", judged(set().key("forged", forged).signed()));
        assertRefused("invalid_key", set().key(Transmitter.FIRST_KEY, forged).signed());
        assertRefused("invalid_key", set().signedWithThePublicKey());
        assertRefused("invalid_request", set().unsigned());
        assertRefused("invalid_key", set().header("alg", "RS512").signed());
    }

    @Test
    void needs_a_key_that_is_long_enough() {
        KeyPair weak = Transmitter.newKey(1024);
        transmitter.publish("weak", weak);
        assertRefused("invalid_key", judged(set().key("weak", weak).signed()));
        transmitter.withdraw("weak");
    }

    /** A key that is not known may be a new one until the keys were read again. */
    private Answer judged(String body) {
        return Waiting.until(
                Duration.ofSeconds(20),
                () -> Optional.of(realm.push(STREAM, body)).filter(answer -> answer.status() != 503),
                () -> "The keys are not read again");
    }

    @Test
    void needs_to_be_the_issuer_and_to_mean_this_receiver() {
        assertRefused(
                "invalid_issuer",
                set().claims(claims -> claims.put("iss", "https://evil.example.test"))
                        .signed());
        assertRefused(
                "invalid_audience",
                set().claims(claims -> claims.put("aud", "https://evil.example.test"))
                        .signed());
        assertRefused("invalid_issuer", realm.push("other", set().signed()));
        assertRefused("invalid_audience", realm.push("elsewhere", set().signed()));
    }

    @Test
    void is_not_helped_by_a_token_of_another_kind() {
        assertRefused("invalid_request", set().header("typ", "JWT").signed());
        assertRefused("invalid_request", set().header("crit", "x").signed());
        assertRefused(
                "invalid_request",
                set().claims(claims -> claims.put("sub", "x")).signed());
        assertRefused(
                "invalid_request",
                set().claims(claims -> claims.put("exp", 4_000_000_000L)).signed());
        assertRefused("invalid_request", victim.access());
        assertRefused("invalid_request", "hello");
        assertRefused("invalid_request", "");
        assertThat(realm.push(STREAM, set().signed(), "application/json", AUTHORIZATION)
                        .status())
                .isEqualTo(415);
    }

    @Test
    void sends_one_event_at_a_time() {
        SetText two = set().claims(claims -> claims.withObject("/events")
                .putObject(SetText.CAEP + "token-claims-change")
                .putObject("claims"));
        assertRefused("invalid_request", two.signed());
        assertRefused(
                "invalid_request",
                set().claims(claims -> claims.remove("events")).signed());
        assertRefused(
                "invalid_request",
                set().claims(claims -> claims.putArray("events")).signed());
    }

    @Test
    void cannot_choose_its_time() {
        long now = Instant.now().getEpochSecond();
        assertRefused(
                "invalid_request",
                set().claims(claims -> claims.put("iat", now + 600)).signed());
        assertRefused(
                "invalid_request",
                set().claims(claims -> claims.put("iat", now - 8 * 86_400)).signed());
        assertRefused(
                "invalid_request", set().claims(claims -> claims.remove("iat")).signed());
        assertRefused(
                "invalid_request",
                set().claims(claims -> claims.put("iat", "now")).signed());
        assertRefused("invalid_request", set().occurred(600).signed());
    }

    @Test
    void names_the_event_and_its_subject() {
        assertRefused(
                "invalid_request", set().claims(claims -> claims.remove("jti")).signed());
        assertRefused(
                "invalid_request",
                set().claims(claims -> claims.put("jti", "x".repeat(256))).signed());
        assertRefused(
                "invalid_request",
                set().claims(claims -> claims.remove("sub_id")).signed());
        assertRefused("invalid_request", set().about("{\"format\":\"email\"}").signed());
        assertRefused("invalid_request", set().about("{\"format\":\"complex\"}").signed());
        SetText compliance = transmitter.set("device-compliance-change").aboutDevice("d-1");
        assertRefused(
                "invalid_request",
                compliance.with("current_status", "not-compliant").signed());
        assertRefused(
                "invalid_request",
                compliance
                        .with("previous_status", "compliant")
                        .with("current_status", "perfect")
                        .signed());
    }

    @Test
    void cannot_send_more_than_there_is_to_say() {
        SetText large = set().claims(claims -> claims.put("padding", "x".repeat(64 * 1024)));

        assertRefused("invalid_request", large.signed());
    }

    @Test
    void finds_no_stream_that_is_not_there_or_not_pushed() {
        assertThat(realm.push("nowhere", set().signed()).status()).isEqualTo(404);
        assertThat(realm.push("polled", set().signed()).status()).isEqualTo(404);
        assertRefused("access_denied", realm.push("off", set().signed()));
    }

    @Test
    void is_acknowledged_again_without_effect_for_what_was_taken_before() {
        Tokens first = realm.signIn("supervisor");
        SetText risky = transmitter
                .set("assurance-level-change")
                .aboutSession(sid(first))
                .with("namespace", "NIST-AAL")
                .with("current_level", "nist-aal1");
        String text = risky.signed();

        IntStream.range(0, 8)
                .parallel()
                .forEach(time -> assertThat(realm.push(STREAM, text).status()).isEqualTo(202));

        assertThat(realm.record(risky).path("outcome").asText()).isEqualTo("done");
        assertThat(realm.fixture().records().stream()
                        .filter(one -> one.path("about").path("jti").asText().equals(risky.jti())))
                .hasSize(1);
    }

    @Test
    void uses_a_new_key_at_once_and_an_old_one_not_for_long() {
        assertThat(realm.push(
                                STREAM,
                                transmitter
                                        .set("session-revoked")
                                        .aboutSession("nobody")
                                        .signed())
                        .status())
                .isEqualTo(202);
        KeyPair added = transmitter.addKey("set-key-2");
        SetText known =
                transmitter.set("session-revoked").aboutSession("nobody").key("set-key-2", added);

        // What it tells must not be lost: it is never refused, however soon after the last look at the keys it comes.
        assertThat(judged(known.signed()).status()).isEqualTo(202);

        transmitter.withdraw("set-key-2");

        Waiting.until(
                Duration.ofSeconds(40),
                () -> Optional.of(realm.push(
                                STREAM,
                                transmitter
                                        .set("session-revoked")
                                        .aboutSession("nobody")
                                        .key("set-key-2", added)
                                        .signed()))
                        .filter(answer -> answer.status() == 400),
                () -> "The withdrawn key is still known");
    }

    @Test
    void is_asked_to_come_again_while_the_keys_cannot_be_read() {
        Transmitter hanging = new Transmitter("https://hanging.example.test");
        hanging.be(Transmitter.Mood.HANGING);
        realm.pushed(
                        "hanging",
                        Map.of("issuer", hanging.issuer(), "jwksUrl", hanging.url("/jwks.json"), "timeout", "PT1S"))
                .orFail();
        SetText set = hanging.set("session-revoked").aboutSession("nobody");

        Answer answer = realm.push("hanging", set.signed());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        hanging.close();
    }
}
