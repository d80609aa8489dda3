package dev.contactcenter.it.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.continuous.LogoutApp.Mood;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.Desk;
import dev.contactcenter.it.signals.DeviceRealm;
import dev.contactcenter.it.signals.PostureIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** OpenID Connect Back-Channel Logout 1.0. */
@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An application with a backchannel logout URL")
final class BackchannelLogoutIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final String PLAIN = "";
    private static final int SEVERAL = 5;

    private final PostureIssuer issuer = new PostureIssuer();
    private final DeviceRealm realm;
    private final LogoutApp console;
    private final LogoutApp desktop;

    BackchannelLogoutIT(KeycloakServer server) {
        assumeTrue(server.distribution().isPresent(), "a container cannot reach the applications of the test");
        realm = DeviceRealm.of(server, "logout", "false");
        console = new LogoutApp(realm.fixture(), "supervisor-console");
        desktop = new LogoutApp(realm.fixture(), "agent-desktop");
    }

    @BeforeAll
    void configure() {
        realm.trust(issuer, Map.of()).orFail();
    }

    @AfterEach
    void recover() {
        console.be(Mood.WELL);
    }

    @AfterAll
    void close() {
        console.close();
        desktop.close();
        realm.close();
        issuer.close();
    }

    private Desk desk(String id, String deviceClass) {
        return new Desk(realm, issuer, id, deviceClass);
    }

    private void revoke(Tokens tokens) {
        revoke("session", Desk.sid(tokens));
    }

    private void revoke(String kind, String id) {
        ObjectNode order = Admin.object();
        order.put("reason", "reported_lost").put(kind, id);
        realm.fixture().admin().post("/contact-center/revocations", order).orFail();
    }

    private static List<JsonNode> await(LogoutApp app, Tokens ended, int attempts) {
        return Waiting.until(
                PATIENCE,
                () -> Optional.of(app.about(Desk.sid(ended))).filter(told -> told.size() >= attempts),
                () -> app.clientId() + " was told " + app.about(Desk.sid(ended)));
    }

    @Test
    void is_told_once_like_all_others_of_a_session_that_is_revoked() {
        Desk desk = desk("desk-1", "assigned");
        Tokens session = inBoth(desk);

        revoke(session);

        for (LogoutApp app : List.of(console, desktop)) {
            JsonNode told = await(app, session, 1).getFirst();
            assertThat(told.path("aud").asText()).isEqualTo(app.clientId());
            assertThat(told.path("iss").asText())
                    .isEqualTo(realm.fixture().url().toString());
            assertThat(told.path("sub").asText())
                    .isEqualTo(session.claims().path("sub").asText());
            assertThat(told.path("events").path(EVENT).isObject()).isTrue();
            assertThat(told.has("nonce")).isFalse();
            assertThat(told.path("exp").asLong() - told.path("iat").asLong()).isBetween(1L, 120L);
        }
        Tokens next = desk.signIn("supervisor");
        revoke(next);
        await(console, next, 1);
        assertThat(console.about(Desk.sid(session))).hasSize(1);
    }

    @Test
    void that_fails_is_told_again_under_the_same_id() {
        Tokens session = desk("desk-2", "assigned").signIn("supervisor");
        console.be(Mood.FAILING);

        revoke(session);

        await(console, session, 2);
        console.be(Mood.WELL);
        assertThat(await(console, session, 3).stream()
                        .map(told -> told.path("jti").asText())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void that_hangs_holds_up_neither_the_end_of_sessions_nor_what_others_are_told() {
        Desk desk = desk("desk-3", "assigned");
        List<Tokens> sessions =
                Stream.generate(() -> inBoth(desk)).limit(SEVERAL).toList();
        console.be(Mood.HANGING);

        revoke("device", "desk-3");

        sessions.forEach(desk::awaitEnd);
        sessions.forEach(session -> await(desktop, session, 1));
        // Told one after the other, each of its sessions would have cost its time-out first.
        assertThat(console.attempts(sessions.stream().map(Desk::sid).toList())).isLessThan(SEVERAL - 1);
        console.be(Mood.WELL);
        sessions.forEach(session -> await(console, session, 1));
    }

    /** Somebody who is signed in to both applications. */
    private Tokens inBoth(Desk desk) {
        Person person = desk.person("supervisor");
        Tokens session = desk.signIn(person);
        TestApp other = new TestApp(realm.fixture(), desktop.clientId());
        Tokens same = Person.tokens(other, person.goOn(person.open(other, PLAIN)));
        assertThat(Desk.sid(same)).isEqualTo(Desk.sid(session));
        return session;
    }

    @Test
    void is_told_of_whoever_left_a_desk_that_somebody_else_sits_down_at() {
        Desk desk = desk("desk-4", "shared");
        Tokens before = desk.signIn("agent");

        Tokens after = desk.signIn("supervisor");

        assertThat(await(console, before, 1).getFirst().path("sub").asText())
                .isEqualTo(before.claims().path("sub").asText());
        assertThat(desk.goesOn(after)).isTrue();
        assertThat(console.about(Desk.sid(after))).isEmpty();
    }

    @Test
    void is_told_of_whoever_is_disabled() {
        Tokens session = desk("desk-5", "assigned").signIn("agent");

        enable("agent", false);
        try {
            await(console, session, 1);
        } finally {
            enable("agent", true);
        }
    }

    private void enable(String user, boolean enabled) {
        realm.fixture()
                .admin()
                .change("/users/" + realm.fixture().admin().userId(user), found -> found.put("enabled", enabled))
                .orFail();
    }
}
