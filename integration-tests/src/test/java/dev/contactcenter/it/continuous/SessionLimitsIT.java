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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A session that a rule limits")
final class SessionLimitsIT {

    private static final String ALWAYS = "true || user.kind == \"person\"";
    private static final String NOT_AT_THE_DESK = "network.zone != \"desk\"";
    private static final int MAX = 15;
    private static final int IDLE = 8;

    private final LimitRealm stage;
    private final TestApp console;

    SessionLimitsIT(KeycloakServer server) {
        this.stage = LimitRealm.of(server, "session-limits", plan -> plan);
        this.console = stage.console();
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void tells_when_it_ends_and_no_token_outlives_that() {
        stage.limit(ALWAYS, "sessionMax: PT%dS".formatted(MAX));

        Tokens first = signIn();
        Tokens refreshed = new Tokens(console.refresh(first.refresh()).orFail());

        Instant end = endsAt(first);
        assertThat(endsAt(refreshed)).isEqualTo(end);
        for (Tokens tokens : List.of(first, refreshed)) {
            assertThat(expires(tokens.access())).isBeforeOrEqualTo(end);
            assertThat(expires(tokens.refresh())).isBeforeOrEqualTo(end);
            assertThat(tokens.answer().json().path("expires_in").asInt()).isBetween(1, MAX);
            assertThat(tokens.answer().json().path("refresh_expires_in").asInt())
                    .isBetween(1, MAX);
        }
        passes(end);

        assertThat(console.refresh(refreshed.refresh()).text("error")).isEqualTo("invalid_grant");
        assertThat(stage.isActive(refreshed.access())).isFalse();
        assertThat(stage.userInfo(refreshed.access()).status()).isEqualTo(401);
        assertThat(stage.exchange(refreshed.access()).status()).isEqualTo(400);
    }

    @Test
    void signs_nobody_in_once_it_lasted_as_long_as_it_may() {
        stage.limit(ALWAYS, "sessionMax: PT%dS".formatted(MAX));
        Person person = new Person("supervisor");
        Tokens before = person.signIn(console, EVERYDAY);
        passes(endsAt(before));

        Screen silent = person.open(stage.desktop(), "", Map.of("prompt", "none"));
        Screen again = person.open(console, EVERYDAY);

        assertThat(silent.callback()).containsEntry("error", "login_required");
        LimitRealm.assertSaysWhy(again, "Your session from here ended after one minute. Please sign in again.");
        Tokens after = Person.tokens(console, person.goOn(again));
        assertThat(sid(after)).isNotEqualTo(sid(before));
        assertThat(endsAt(after)).isAfter(endsAt(before));
        assertThat(stage.goesOn(sid(before))).isFalse();
    }

    @Test
    void says_why_in_the_language_of_the_page() {
        stage.limit(ALWAYS, "sessionMax: PT%dS".formatted(MAX));
        Person person = new Person("supervisor");
        Tokens before = person.signIn(console, EVERYDAY);
        passes(endsAt(before));

        Screen again = person.open(console, EVERYDAY, Map.of("ui_locales", "de"));

        LimitRealm.assertSaysWhy(again, "Ihre Sitzung von hier aus endete nach einer Minute.");
    }

    @Test
    void ends_when_it_rested_for_too_long() {
        stage.limit(ALWAYS, "sessionIdle: PT%dS".formatted(IDLE));
        Person person = new Person("supervisor");
        Tokens before = person.signIn(console, EVERYDAY);
        assertThat(session(before).path("idle_seconds").asInt()).isEqualTo(IDLE);
        assertThat(expires(before.access())).isBeforeOrEqualTo(Instant.now().plusSeconds(IDLE));
        passes(expires(before.refresh()));

        Answer refreshed = console.refresh(before.refresh());
        Screen again = person.open(console, EVERYDAY);

        assertThat(refreshed.text("error")).isEqualTo("invalid_grant");
        LimitRealm.assertSaysWhy(again, "because nobody used it for one minute");
        assertThat(sid(Person.tokens(console, person.goOn(again)))).isNotEqualTo(sid(before));
    }

    @Test
    void goes_on_as_long_as_one_of_its_apps_uses_it() {
        stage.limit(ALWAYS, "sessionIdle: PT%dS".formatted(IDLE));
        Person person = new Person("supervisor");
        Tokens tokens = person.signIn(console, EVERYDAY);
        Instant first = expires(tokens.refresh());
        while (Instant.now().isBefore(first.plusSeconds(2))) {
            passes(Instant.now().plusSeconds(IDLE / 4));
            tokens = new Tokens(console.refresh(tokens.refresh()).orFail());
        }

        Screen other = person.open(stage.desktop(), "");

        assertThat(other.callback()).as(other.toString()).containsKey("code");
    }

    @Test
    void is_ended_by_the_refresh_of_a_token_that_is_older_than_the_limit() {
        stage.limit(NOT_AT_THE_DESK, "sessionMax: PT%dS".formatted(MAX));
        Person person = new Person("supervisor");
        Tokens atTheDesk = person.signIn(console, EVERYDAY);
        assertThat(session(atTheDesk).isMissingNode()).isTrue();
        Tokens moved = LimitRealm.elsewhere(person).signIn(console, EVERYDAY);
        assertThat(sid(moved)).isEqualTo(sid(atTheDesk));
        Tokens back = new Tokens(console.refresh(atTheDesk.refresh()).orFail());
        assertThat(endsAt(back)).isEqualTo(endsAt(moved));
        passes(endsAt(moved));

        Answer refused = console.refresh(atTheDesk.refresh());

        LimitRealm.assertEnded(refused, "session_max_reached");
        stage.awaitDenial("session_max_reached");
        assertThat(stage.goesOn(sid(moved))).isFalse();
        assertThat(stage.userInfo(atTheDesk.access()).status()).isEqualTo(401);
    }

    @Test
    void is_ended_by_an_introspection_of_a_token_that_is_older_than_the_limit() {
        stage.limit(NOT_AT_THE_DESK, "sessionMax: PT%dS".formatted(MAX));
        Person person = new Person("supervisor");
        Tokens atTheDesk = person.signIn(console, EVERYDAY);
        Tokens moved = LimitRealm.elsewhere(person).signIn(console, EVERYDAY);
        assertThat(stage.isActive(atTheDesk.access())).isTrue();
        passes(endsAt(moved));

        assertThat(stage.introspect(atTheDesk.access()).orFail().body()).isEqualTo("{\"active\":false}");
        assertThat(stage.goesOn(sid(moved))).isFalse();
    }

    @Test
    void is_of_no_use_to_userinfo_once_it_is_past_a_limit_that_is_younger_than_the_token() {
        stage.limit(NOT_AT_THE_DESK, "sessionMax: PT%dS".formatted(MAX));
        Person person = new Person("supervisor");
        Tokens atTheDesk = person.signIn(console, EVERYDAY);
        Tokens moved = LimitRealm.elsewhere(person).signIn(console, EVERYDAY);
        assertThat(stage.userInfo(atTheDesk.access()).status()).isEqualTo(200);
        passes(endsAt(moved));

        Answer refused = stage.userInfo(atTheDesk.access());

        assertThat(refused.status()).as(refused.toString()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("error=\"invalid_token\"", "session_max_reached");
    }

    @Test
    void ends_at_once_where_it_may_not_last_as_long_as_it_did() {
        stage.limit(NOT_AT_THE_DESK, "sessionMax: PT3S");
        Person person = new Person("supervisor");
        Tokens atTheDesk = person.signIn(console, EVERYDAY);
        passes(Instant.ofEpochSecond(atTheDesk.claims().path("iat").asLong() + 3));

        Screen moved = LimitRealm.elsewhere(person).open(console, EVERYDAY);

        LimitRealm.assertSaysWhy(moved, "Please sign in again.");
        assertThat(stage.goesOn(sid(atTheDesk))).isFalse();
    }

    @Test
    void is_not_loosened_by_another_rule_or_none() {
        stage.limit(ALWAYS, "sessionMax: PT%dS, sessionIdle: PT1H".formatted(MAX));
        Person person = new Person("supervisor");
        Tokens before = person.signIn(console, EVERYDAY);
        stage.limit(ALWAYS, "sessionMax: PT1H, sessionIdle: PT%dM".formatted(MAX));

        Tokens after = new Tokens(console.refresh(before.refresh()).orFail());

        assertThat(endsAt(after)).isEqualTo(endsAt(before));
        assertThat(session(after).path("idle_seconds").asInt()).isEqualTo(MAX * 60);
        stage.policy("rules: []\n");
        assertThat(endsAt(new Tokens(console.refresh(after.refresh()).orFail())))
                .isEqualTo(endsAt(before));
    }

    @Test
    void is_limited_offline_too() {
        stage.limit(ALWAYS, "sessionMax: PT%dS".formatted(MAX));
        Tokens offline = new Person("supervisor").signIn(console, "offline_access " + EVERYDAY);
        assertThat(Tokens.claims(offline.refresh()).path("typ").asText()).isEqualTo("Offline");
        Instant end = endsAt(offline);
        assertThat(expires(offline.refresh())).isBeforeOrEqualTo(end);
        Tokens refreshed = new Tokens(console.refresh(offline.refresh()).orFail());
        assertThat(endsAt(refreshed)).isEqualTo(end);
        assertThat(expires(refreshed.refresh())).isBeforeOrEqualTo(end);
        passes(end);

        assertThat(console.refresh(refreshed.refresh()).text("error")).isEqualTo("invalid_grant");
    }

    private Tokens signIn() {
        return new Person("supervisor").signIn(console, EVERYDAY);
    }
}
