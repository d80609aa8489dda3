package dev.contactcenter.it.continuous;

import static dev.contactcenter.it.continuous.LimitRealm.EVERYDAY;
import static dev.contactcenter.it.continuous.LimitRealm.endsAt;
import static dev.contactcenter.it.continuous.LimitRealm.expires;
import static dev.contactcenter.it.continuous.LimitRealm.passes;
import static dev.contactcenter.it.continuous.LimitRealm.session;
import static dev.contactcenter.it.continuous.LimitRealm.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to keep a session beyond its limits. */
@Tag("continuous")
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The limits of a session")
final class SessionLimitAttackIT {

    private static final String ALWAYS = "true || user.kind == \"person\"";
    private static final String NOT_AT_THE_DESK = "network.zone != \"desk\"";
    private static final int MAX = 15;
    private static final int IDLE = 8;

    private final LimitRealm stage;
    private final TestApp console;

    SessionLimitAttackIT(KeycloakServer server) {
        this.stage = LimitRealm.of(server, "session-limit-attacks", plan -> plan);
        this.console = stage.console();
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void hold_for_a_refresh_token_that_would_live_on() {
        stage.limit(NOT_AT_THE_DESK, "sessionIdle: PT%dS".formatted(IDLE));
        Person person = new Person("supervisor");
        Tokens atTheDesk = person.signIn(console, EVERYDAY);
        Tokens moved = LimitRealm.elsewhere(person).signIn(console, EVERYDAY);
        assertThat(expires(atTheDesk.refresh())).isAfter(Instant.now().plusSeconds(IDLE));
        passes(expires(moved.refresh()));

        LimitRealm.assertEnded(console.refresh(atTheDesk.refresh()), "session_idle_reached");
        stage.awaitDenial("session_idle_reached");
        assertThat(stage.goesOn(sid(moved))).isFalse();
    }

    @Test
    void take_no_look_at_a_token_and_no_visit_with_the_cookie_for_use() {
        stage.limit(NOT_AT_THE_DESK, "sessionIdle: PT%dS".formatted(IDLE));
        Person person = new Person("supervisor");
        Tokens atTheDesk = person.signIn(console, EVERYDAY);
        Tokens moved = LimitRealm.elsewhere(person).signIn(console, EVERYDAY);
        Instant end = expires(moved.refresh());
        while (Instant.now().isBefore(end.minusSeconds(1))) {
            assertThat(stage.isActive(atTheDesk.access())).isTrue();
            assertThat(stage.userInfo(atTheDesk.access()).status()).isEqualTo(200);
            visit(person);
            passes(Instant.now());
        }
        passes(end);
        visit(person);

        Screen again = person.open(console, EVERYDAY);

        LimitRealm.assertSaysWhy(again, "because nobody used it for one minute");
        assertThat(stage.isActive(atTheDesk.access())).isFalse();
    }

    /** Shows the cookie to Keycloak's sign-out page, which asks before it does anything. */
    private void visit(Person person) {
        Screen page = person.browser().open(URI.create(stage.realm().url() + "/protocol/openid-connect/logout"));
        assertThat(page.answer().status()).isEqualTo(200);
    }

    @Test
    void hold_for_a_token_that_is_exchanged() {
        stage.limit(NOT_AT_THE_DESK, "sessionMax: PT%dS".formatted(MAX));
        Person person = new Person("supervisor");
        Tokens atTheDesk = person.signIn(console, EVERYDAY);
        Tokens moved = LimitRealm.elsewhere(person).signIn(console, EVERYDAY);
        Tokens exchanged = new Tokens(stage.exchange(atTheDesk.access()).orFail());
        assertThat(expires(exchanged.access())).isBeforeOrEqualTo(endsAt(moved));
        passes(endsAt(moved));

        LimitRealm.assertEnded(stage.exchange(atTheDesk.access()), "session_max_reached");
        assertThat(stage.isActive(exchanged.access())).isFalse();
    }

    @Test
    void of_rest_hold_for_a_token_that_is_exchanged_again_and_again() {
        stage.limit(ALWAYS, "sessionIdle: PT%dS".formatted(IDLE));
        Tokens tokens = new Person("supervisor").signIn(console, EVERYDAY);
        passes(Instant.now().plusSeconds(IDLE / 4));

        Tokens exchanged = new Tokens(stage.exchange(tokens.access()).orFail());

        assertThat(expires(exchanged.access())).isBeforeOrEqualTo(expires(tokens.access()));
    }

    @Test
    void hold_for_an_offline_token_of_before() {
        stage.policy("rules: []\n");
        Tokens offline = new Person("supervisor").signIn(console, "offline_access " + EVERYDAY);
        stage.limit(ALWAYS, "sessionMax: PT2S");
        passes(Instant.ofEpochSecond(offline.claims().path("iat").asLong() + 2));

        LimitRealm.assertEnded(console.refresh(offline.refresh()), "session_max_reached");
        assertThat(console.refresh(offline.refresh()).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void end_an_offline_session_that_rested() {
        stage.policy("rules: []\n");
        Tokens offline = new Person("supervisor").signIn(console, "offline_access " + EVERYDAY);
        stage.limit(ALWAYS, "sessionIdle: PT%dS".formatted(IDLE));
        Tokens limited = new Tokens(console.refresh(offline.refresh()).orFail());
        assertThat(expires(limited.refresh())).isBeforeOrEqualTo(Instant.now().plusSeconds(IDLE));
        passes(expires(limited.refresh()));

        LimitRealm.assertEnded(console.refresh(offline.refresh()), "session_idle_reached");
    }

    @Test
    void are_not_for_the_client_to_say() {
        stage.limit(ALWAYS, "sessionMax: PT%dS".formatted(MAX));
        Person person = new Person("supervisor");
        String note = "contact-center.session.limits";
        String loose = "end=99999999999 idle=none";

        Tokens tokens = person.signIn(
                console,
                EVERYDAY,
                Map.of(note, loose, "claims", "{\"id_token\":{\"" + note + "\":{\"value\":\"" + loose + "\"}}}"));

        assertThat(endsAt(tokens)).isBeforeOrEqualTo(Instant.now().plusSeconds(MAX));
    }

    @Test
    void let_no_new_session_have_the_id_of_one_that_ended() {
        stage.limit(NOT_AT_THE_DESK, "sessionMax: PT%dS".formatted(MAX));
        Person person = new Person("supervisor");
        Tokens atTheDesk = person.signIn(console, EVERYDAY);
        Tokens moved = LimitRealm.elsewhere(person).signIn(console, EVERYDAY);
        Screen begun = person.open(console, EVERYDAY, Map.of("prompt", "login"));
        assertThat(begun.has("kc-form-login")).as(begun.toString()).isTrue();
        passes(endsAt(moved));
        LimitRealm.assertEnded(console.refresh(atTheDesk.refresh()), "session_max_reached");

        Tokens after = Person.tokens(console, person.goOn(begun));

        assertThat(sid(after)).isNotEqualTo(sid(moved));
    }

    @Test
    void are_looked_at_when_a_login_that_was_left_open_is_completed() {
        stage.limit(ALWAYS, "sessionMax: PT%dS".formatted(MAX));
        Person person = new Person("supervisor");
        Tokens before = person.signIn(console, EVERYDAY);
        Screen begun = person.open(console, EVERYDAY, Map.of("prompt", "login"));
        passes(endsAt(before));

        Tokens after = Person.tokens(console, person.goOn(begun));

        assertThat(sid(after)).isNotEqualTo(sid(before));
        assertThat(endsAt(after)).isAfter(endsAt(before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules:\n  - { id: limits, state: report-only, limit: { sessionMax: PT2S, sessionIdle: PT1S } }\n",
                "enforcement: report-only\nrules:\n  - { id: limits, limit: { sessionMax: PT2S, sessionIdle: PT1S } }\n",
                "rollout: { groups: [/nobody] }\nrules:\n  - { id: limits, limit: { sessionMax: PT2S, sessionIdle: PT1S } }\n"
            })
    void that_only_report_touch_no_session(String sections) {
        stage.policy(sections);
        Person person = new Person("supervisor");
        Tokens before = person.signIn(console, EVERYDAY);
        passes(Instant.now().plusSeconds(2));

        Tokens refreshed = new Tokens(console.refresh(before.refresh()).orFail());
        Screen again = person.open(console, EVERYDAY);

        assertThat(session(refreshed).isMissingNode()).isTrue();
        assertThat(refreshed.answer().json().path("refresh_expires_in").asInt()).isGreaterThan(1700);
        assertThat(again.callback()).containsKey("code");
    }

    @Test
    void end_with_the_policy_that_set_them_becoming_one_that_only_reports() {
        String rule = "rules:\n  - { id: limits, limit: { sessionMax: PT8S } }\n";
        stage.policy(rule);
        Person person = new Person("supervisor");
        Tokens before = person.signIn(console, EVERYDAY);
        stage.policy("enforcement: report-only\n" + rule);
        passes(endsAt(before));

        Screen again = person.open(console, EVERYDAY);

        assertThat(again.callback()).as(again.toString()).containsKey("code");
    }

    @Test
    void never_lengthen_what_the_realm_allows() {
        stage.limit(ALWAYS, "sessionMax: PT10H, sessionIdle: PT2H");
        stage.realm()
                .admin()
                .change("", realm -> realm.put("ssoSessionMaxLifespan", 900))
                .orFail();

        Tokens tokens = new Person("supervisor").signIn(console, EVERYDAY);
        Answer answer = tokens.answer();
        stage.realm()
                .admin()
                .change("", realm -> realm.put("ssoSessionMaxLifespan", 36_000))
                .orFail();

        assertThat(endsAt(tokens)).isBeforeOrEqualTo(Instant.now().plusSeconds(900));
        assertThat(session(tokens).path("idle_seconds").asInt()).isEqualTo(1800);
        assertThat(answer.json().path("refresh_expires_in").asInt()).isBetween(1, 900);
    }
}
