package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What was granted on a recent passkey, after the passkey is no longer recent. */
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("When the passkey is no longer recent")
final class FreshnessIT {

    private static final Duration FRESH = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Scene scene;
    private final TestApp console;
    private Person supervisor;

    FreshnessIT(KeycloakServer server) {
        this.scene = Scene.of(
                server,
                "freshness",
                plan -> plan.freshness(FRESH)
                        .client(
                                "supervisor-console",
                                client -> client.withArray("/optionalClientScopes")
                                        .add("offline_access"))
                        .client(
                                "agent-desktop",
                                client -> client.withArray("/optionalClientScopes")
                                        .add("mode:supervisor")));
        this.console = scene.console();
        this.supervisor = new Person("supervisor");
    }

    @BeforeAll
    void enrol() {
        supervisor = scene.enrolled("supervisor", console);
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void an_access_token_has_ended_too() {
        Tokens elevated = supervisor.elsewhere().signIn(console, Scene.ELEVATED);

        long lifespan = elevated.claims().path("exp").asLong()
                - elevated.claims().path("auth_time").asLong();

        assertThat(elevated.scope()).contains(Scene.PLAY);
        assertThat(lifespan).isLessThanOrEqualTo(FRESH.toSeconds());
    }

    @Test
    void a_refresh_token_yields_what_needs_no_passkey_and_nothing_else() {
        Tokens elevated = supervisor.elsewhere().signIn(console, Scene.ELEVATED);

        Answer refreshed = untilWithoutPlay(elevated.refresh());

        Scene.assertGivenWithoutPlay(refreshed);
        assertThat(new Tokens(refreshed).scope()).contains("queue:monitor", "mode:supervisor");
        scene.awaitRecord("step_up", "");
    }

    @Test
    void a_refresh_token_for_that_action_alone_yields_nothing() {
        Tokens elevated = supervisor.elsewhere().signIn(console, "mode:supervisor recording:play");

        Answer refreshed = Waiting.until(
                PATIENCE,
                () -> Optional.of(console.refresh(elevated.refresh())).filter(one -> one.status() != 200),
                () -> "The refresh goes on");

        scene.assertInsufficient(refreshed);
    }

    @Test
    void an_old_elevated_refresh_token_gains_nothing_from_a_later_sign_in_with_the_password() {
        Person person = supervisor.elsewhere();
        Tokens elevated = person.signIn(console, Scene.ELEVATED);
        untilWithoutPlay(elevated.refresh());

        Tokens plain = Person.tokens(
                console, person.typePassword(person.open(console, Scene.EVERYDAY, Map.of("prompt", "login"))));

        assertThat(plain.acr()).isEqualTo("password");
        Scene.assertGivenWithoutPlay(console.refresh(elevated.refresh()));
    }

    @Test
    void a_password_lends_its_time_to_no_passkey() {
        Person person = supervisor.elsewhere();
        Tokens elevated = person.signIn(console, Scene.ELEVATED);
        long provenAt = elevated.claims().path("auth_time").asLong();
        untilWithoutPlay(elevated.refresh());

        Tokens plain = Person.tokens(
                console, person.typePassword(person.open(console, Scene.EVERYDAY, Map.of("prompt", "login"))));

        for (var claims : List.of(plain.claims(), Tokens.claims(plain.answer().text("id_token")))) {
            assertThat(claims.path("auth_time").asLong()).isGreaterThan(provenAt);
            assertThat(claims.path("acr").asText()).isEqualTo("password");
        }
    }

    @Test
    void an_offline_token_is_no_way_to_keep_it() {
        Tokens offline = supervisor.elsewhere().signIn(console, "offline_access " + Scene.ELEVATED);
        assertThat(Tokens.claims(offline.refresh()).path("typ").asText()).isEqualTo("Offline");

        Answer refreshed = untilWithoutPlay(offline.refresh());

        assertThat(new Tokens(refreshed).scope()).contains("queue:monitor").doesNotContain(Scene.PLAY);
        assertThat(new Tokens(refreshed).claims().path("aud").toString()).doesNotContain("recordings-api");
    }

    @Test
    void the_same_session_at_another_client_asks_for_it_anew() {
        Person person = supervisor.elsewhere();
        Tokens elevated = person.signIn(console, Scene.ELEVATED);
        untilWithoutPlay(elevated.refresh());

        Screen screen = person.open(scene.app("agent-desktop"), "mode:supervisor recording:play");

        assertThat(screen.asksForPasskeyOnly()).as(screen.toString()).isTrue();
    }

    private Answer untilWithoutPlay(String refreshToken) {
        return Waiting.until(
                PATIENCE,
                () -> Optional.of(console.refresh(refreshToken))
                        .filter(one ->
                                one.status() != 200 || !new Tokens(one).scope().contains(Scene.PLAY)),
                () -> "The action outlives the passkey");
    }
}
