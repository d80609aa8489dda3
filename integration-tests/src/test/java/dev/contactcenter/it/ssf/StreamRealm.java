package dev.contactcenter.it.ssf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.signals.SignalRealm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A realm that receives security events, and the person whom they are about. */
final class StreamRealm implements AutoCloseable {

    /** What the transmitter is told to send. */
    static final String AUTHORIZATION = "Bearer 9b1f0a6ee77c4f14a1c0a2f1b1f3a9c2";

    static final String PROVIDER = "contact-center-event-stream";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SignalRealm realm;
    private final Transmitter transmitter;

    private StreamRealm(SignalRealm realm, Transmitter transmitter) {
        this.realm = realm;
        this.transmitter = transmitter;
    }

    /** One in which monitoring queues takes a proof and no high risk, without a stream. */
    static StreamRealm of(KeycloakServer server, String name, Transmitter transmitter) {
        SignalRealm realm = SignalRealm.of(server, name, """
                rules:
                  - id: proven
                    actions: [queue:monitor]
                    require: { acr: password }
                  - id: risky-account
                    actions: [queue:monitor]
                    when: risk.user == "high"
                    deny: { reason: risk_too_high }
                  - id: risky-session
                    actions: [queue:monitor]
                    when: risk.session == "high"
                    deny: { reason: risk_too_high }
                """);
        realm.keep("contact-center-risk", Map.of("quiet", "low")).orFail();
        return new StreamRealm(realm, transmitter);
    }

    RealmFixture fixture() {
        return realm.realm();
    }

    TestApp console() {
        return realm.console();
    }

    /** Configures a stream that is pushed. */
    Answer pushed(String name, Map<String, String> more) {
        Map<String, String> settings = settings(name);
        settings.put("authorization", AUTHORIZATION);
        settings.putAll(more);
        return realm.keep(PROVIDER, settings);
    }

    /** Configures a stream that is polled each second. */
    Answer polled(String name, Map<String, String> more) {
        Map<String, String> settings = settings(name);
        settings.putAll(Map.of(
                "delivery", "poll",
                "pollUrl", transmitter.url("/poll"),
                "pollInterval", "PT1S",
                "timeout", "PT1S",
                "tokenUrl", transmitter.url("/token"),
                "clientId", "receiver",
                "clientSecret", "a-secret-of-the-receiver"));
        settings.putAll(more);
        return realm.keep(PROVIDER, settings);
    }

    private Map<String, String> settings(String name) {
        return settings(name, transmitter);
    }

    /** What any realm has to know of a transmitter. */
    static Map<String, String> settings(String name, Transmitter transmitter) {
        return new TreeMap<>(Map.of(
                "name",
                name,
                "issuer",
                transmitter.issuer(),
                "audience",
                Transmitter.AUDIENCE,
                "jwksUrl",
                transmitter.url("/jwks.json")));
    }

    /** Removes all streams. */
    void drop() {
        realm.drop(PROVIDER);
    }

    /** Pushes a token as the transmitter does. */
    Answer push(String stream, String set) {
        return push(stream, set, "application/secevent+jwt", AUTHORIZATION);
    }

    /** Pushes whatever; without authorization if that is empty. */
    Answer push(String stream, String body, String type, String authorization) {
        return push(fixture(), stream, body, type, authorization);
    }

    /** The same to any realm. */
    static Answer push(RealmFixture realm, String stream, String body, String type, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(realm.url() + "/contact-center/ssf/streams/" + stream + "/events"))
                .header("Content-Type", type)
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body));
        return Http.send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    /** Pushes what must be taken. */
    void take(String stream, SetText set) {
        Answer answer = push(stream, set.signed());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
    }

    /** Somebody signs in. */
    Tokens signIn(String name) {
        return new Person(name).signIn(console(), SignalRealm.EVERYDAY);
    }

    static String sid(Tokens tokens) {
        return tokens.claims().path("sid").asText();
    }

    String account(String name) {
        return fixture().admin().userId(name);
    }

    /** Waits until a session is not refreshed any more. */
    void awaitEnd(Tokens tokens) {
        Waiting.until(
                PATIENCE,
                () -> Optional.of(console().refresh(tokens.refresh()))
                        .filter(answer ->
                                answer.status() == 400 && answer.text("error").equals("invalid_grant")),
                () -> "The session " + sid(tokens) + " goes on");
    }

    /** A session is refreshed as ever. */
    void assertGoesOn(Tokens tokens) {
        assertThat(new Tokens(console().refresh(tokens.refresh()).orFail()).scope())
                .contains("queue:monitor");
    }

    /** The record of an event. */
    JsonNode record(SetText set) {
        return fixture()
                .server()
                .records()
                .await(
                        fixture().name(),
                        one -> one.path("event").asText().equals("signal")
                                && one.path("about").path("jti").asText().equals(set.jti()));
    }

    /** How a stream is doing. */
    JsonNode status(String stream) {
        return fixture()
                .admin()
                .get("/contact-center/streams/" + stream)
                .orFail()
                .json();
    }

    /** Waits until a stream is doing so. */
    void await(String stream, Predicate<JsonNode> wanted) {
        Waiting.until(
                PATIENCE,
                () -> Optional.of(status(stream)).filter(wanted),
                () -> "The stream is doing otherwise: " + status(stream));
    }

    @Override
    public void close() {
        realm.close();
    }
}
