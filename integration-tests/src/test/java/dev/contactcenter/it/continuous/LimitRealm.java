package dev.contactcenter.it.continuous;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Waiting;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A realm whose policy limits sessions, a desk in it and an address that is none of it. */
final class LimitRealm implements AutoCloseable {

    static final String EVERYDAY = "mode:supervisor queue:monitor";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String HEAD = """
            assurance: [password, phr, phrh]
            zones:
              desk: { trust: high, cidrs: [127.0.0.1/32, "::1/128"] }
            actions:
              record:view:   { tier: 0 }
              queue:monitor: { tier: 1 }
            modes:
              supervisor: { roles: [contact-center-supervisor], actions: [record:view, queue:monitor] }
            services:
              cti-connector: { actions: [record:view], tokenLifespan: PT2M }
            """;

    private final RealmFixture realm;
    private int revisions;

    private LimitRealm(RealmFixture realm) {
        this.realm = realm;
    }

    static LimitRealm of(KeycloakServer server, String name, UnaryOperator<RealmFixture.Plan> change) {
        return new LimitRealm(change.apply(RealmFixture.plan(server, name)
                        .withoutEnrolment()
                        .addClient(Clients.allGrants())
                        .client("supervisor-console", LimitRealm::offline))
                .create());
    }

    private static void offline(ObjectNode client) {
        Clients.exchangeable(client);
        client.withArray("/optionalClientScopes").add("offline_access");
    }

    RealmFixture realm() {
        return realm;
    }

    /** Puts a policy of these sections in force. */
    void policy(String sections) {
        realm.admin()
                .putPolicy("contactCenterPolicy: 1\nrevision: limits." + ++revisions + "\n" + HEAD + sections)
                .orFail();
    }

    /** One rule that limits whatever is asked for. */
    void limit(String when, String limit) {
        policy("""
                rules:
                  - id: limits
                    when: '%s'
                    limit: { %s }
                """.formatted(when, limit));
    }

    TestApp console() {
        return new TestApp(realm, "supervisor-console");
    }

    TestApp desktop() {
        return new TestApp(realm, "agent-desktop");
    }

    /** The person goes on somewhere that no zone holds. */
    static Person elsewhere(Person person) {
        try {
            person.browser().sendFrom(InetAddress.getByName("127.0.0.2"));
            return person;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address that needs no look-up is not known", e);
        }
    }

    /** When the session of a token ends, as the token tells it. */
    static Instant endsAt(Tokens tokens) {
        JsonNode told = session(tokens);
        assertThat(told.path("ends_at").isIntegralNumber())
                .as(tokens.claims().toString())
                .isTrue();
        return Instant.ofEpochSecond(told.path("ends_at").asLong());
    }

    /** What a token tells of its session. */
    static JsonNode session(Tokens tokens) {
        return tokens.claims().path("contact_center").path("session");
    }

    static Instant expires(String token) {
        return Instant.ofEpochSecond(Tokens.claims(token).path("exp").asLong());
    }

    static String sid(Tokens tokens) {
        return tokens.claims().path("sid").asText();
    }

    /** Waits until this moment is over: nothing but time must pass. */
    static void passes(Instant moment) {
        Waiting.until(
                PATIENCE,
                () -> Optional.of(Instant.now()).filter(now -> now.isAfter(moment.plusMillis(1100))),
                () -> "The time stands still");
    }

    Answer introspect(String token) {
        return Http.post(
                realm.url() + "/protocol/openid-connect/token/introspect",
                Map.of("client_id", Clients.ALL_GRANTS, "client_secret", Clients.SECRET, "token", token));
    }

    boolean isActive(String token) {
        return introspect(token).orFail().json().path("active").asBoolean();
    }

    Answer userInfo(String token) {
        return Http.send(HttpRequest.newBuilder(URI.create(realm.url() + "/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + token));
    }

    Answer exchange(String token) {
        return new TestApp(realm, Clients.ALL_GRANTS)
                .token(Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "client_secret",
                        Clients.SECRET,
                        "subject_token",
                        token,
                        "subject_token_type",
                        "urn:ietf:params:oauth:token-type:access_token",
                        "scope",
                        "openid " + EVERYDAY));
    }

    /** Whether the person has a session of this id. */
    boolean goesOn(String sid) {
        String sessions = "/users/" + realm.admin().userId("supervisor") + "/sessions";
        return realm.admin().get(sessions).orFail().body().contains(sid);
    }

    /** The login page is shown, and says in these words why. */
    static void assertSaysWhy(Screen screen, String words) {
        assertThat(screen.has("kc-form-login")).as(screen.toString()).isTrue();
        assertThat(screen.page().body().text()).contains(words);
    }

    /** Refused in a form that apps understand (RFC 6749 §5.2). */
    static void assertEnded(Answer answer, String reason) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("invalid_grant");
        assertThat(answer.text("error_description")).contains(reason);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    void awaitDenial(String reason) {
        realm.server()
                .records()
                .await(
                        realm.name(),
                        record -> record.path("outcome").asText().equals("deny")
                                && record.path("reason").asText().equals(reason));
    }

    @Override
    public void close() {
        realm.close();
    }
}
