package dev.contactcenter.it.modes;

import static dev.contactcenter.it.modes.ModeRealm.AGENT;
import static dev.contactcenter.it.modes.ModeRealm.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.PasskeyFlags;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("modes")
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A mode that is left")
final class ModeSwitchIT {

    private final ModeRealm stage;
    private final TestApp console;
    private Person enrolled = new Person("supervisor");

    ModeSwitchIT(KeycloakServer server) {
        this.stage = ModeRealm.of(server, "mode-switch");
        this.console = stage.console();
    }

    @BeforeAll
    void enrol() {
        enrolled = stage.enrolled();
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void takes_all_that_was_given_in_it_with_it_at_once() {
        Person person = enrolled.elsewhere();
        Tokens high = person.signIn(console, SUPERVISOR);
        stage.assertAlive(console, high);

        Screen down = person.open(console, AGENT);

        // Nothing is asked on the way down, and the code need not even be redeemed.
        assertThat(down.callback()).containsKey("code");
        stage.assertOver(console, high, SUPERVISOR);
        Tokens low = Person.tokens(console, down);
        assertThat(low.mode()).isEqualTo("agent");
        stage.assertAlive(console, low);
        assertThat(stage.switches(low, "supervisor > agent at supervisor-console"))
                .containsExactly("supervisor > agent at supervisor-console");
    }

    @Test
    void is_not_kept_in_a_second_tab() {
        Person person = enrolled.elsewhere();
        Screen unredeemed = person.goOn(person.open(console, SUPERVISOR));
        String code = unredeemed.callback().getOrDefault("code", "none");

        Tokens low = person.signIn(console, AGENT);

        ModeRealm.assertLeft(console.redeem(code));
        stage.assertAlive(console, low);
    }

    @Test
    void does_not_come_back_with_what_was_given_in_it_before() {
        Person person = enrolled.elsewhere();
        Tokens before = person.signIn(console, SUPERVISOR);
        person.signIn(console, AGENT);
        passASecond();

        Tokens again = person.signIn(console, SUPERVISOR);

        stage.assertOver(console, before, SUPERVISOR);
        stage.assertAlive(console, again);
        assertThat(stage.switches(again, "agent > supervisor at supervisor-console"))
                .containsExactly(
                        "supervisor > agent at supervisor-console", "agent > supervisor at supervisor-console");
    }

    @Test
    void is_left_only_when_the_step_up_for_the_next_was_passed() {
        Person person = enrolled.elsewhere();
        Tokens low = person.signIn(console, AGENT);

        Screen stepUp = person.open(console, SUPERVISOR);

        assertThat(stepUp.asksForPasskeyOnly()).as(stepUp.toString()).isTrue();
        stage.assertAlive(console, low);
        Tokens high = Person.tokens(console, person.usePasskey(stepUp, PasskeyFlags.SYNCED));
        assertThat(high.mode()).isEqualTo("supervisor");
        stage.assertOver(console, low, AGENT);
    }

    @Test
    void goes_on_in_another_app_of_the_same_browser() {
        Person person = enrolled.elsewhere();
        TestApp desktop = stage.app("agent-desktop");
        Tokens supervisor = person.signIn(console, SUPERVISOR);
        Tokens agent = person.signIn(desktop, AGENT);
        assertThat(agent.claims().path("sid")).isEqualTo(supervisor.claims().path("sid"));

        stage.assertAlive(console, supervisor);
        stage.assertAlive(desktop, agent);
        person.signIn(console, AGENT);

        stage.assertOver(console, supervisor, SUPERVISOR);
        stage.assertAlive(desktop, agent);
    }

    @Test
    void cannot_be_had_by_exchange_from_a_lower_one() {
        Person person = enrolled.elsewhere();
        Tokens agent = person.signIn(console, AGENT);

        Answer higher = stage.exchange(agent, SUPERVISOR);

        assertThat(higher.status()).isEqualTo(400);
        assertThat(higher.text("error_description")).startsWith("exchange_wider_than_subject: ");
        assertThat(stage.exchange(agent, AGENT).status()).isEqualTo(200);
    }

    @Test
    void takes_what_was_exchanged_in_it_with_it() {
        Person person = enrolled.elsewhere();
        Tokens high = person.signIn(console, SUPERVISOR);
        Tokens exchanged = new Tokens(stage.exchange(high, SUPERVISOR).orFail());
        assertThat(stage.userInfo(exchanged)).isEqualTo(200);

        person.signIn(console, AGENT);

        assertThat(stage.userInfo(exchanged)).isEqualTo(401);
    }

    @Test
    void is_not_kept_by_an_offline_token() {
        Person person = enrolled.elsewhere();
        // Keycloak keeps no session of the browser for a sign-in that begins with an offline token.
        person.signIn(console, SUPERVISOR);
        Tokens offline = person.signIn(console, "offline_access " + SUPERVISOR);
        assertThat(Tokens.claims(offline.refresh()).path("typ").asText()).isEqualTo("Offline");
        assertThat(console.refresh(offline.refresh()).status()).isEqualTo(200);

        person.signIn(console, AGENT);

        ModeRealm.assertLeft(console.refresh(offline.refresh()));
        stage.realm().admin().logOut("supervisor");
        assertThat(console.refresh(offline.refresh()).status()).isEqualTo(400);
    }

    @Test
    void stays_left_when_a_plain_sign_in_follows() {
        Person person = enrolled.elsewhere();
        Tokens high = person.signIn(console, SUPERVISOR);
        Tokens low = person.signIn(console, AGENT);

        Tokens plain = person.signIn(console, "");

        assertThat(plain.mode()).isEmpty();
        ModeRealm.assertLeft(console.refresh(high.refresh()));
        stage.assertAlive(console, low);
        assertThat(stage.exchange(plain, SUPERVISOR).text("error_description"))
                .startsWith("exchange_wider_than_subject: ");
        assertThat(stage.app(Clients.ALL_GRANTS).refresh(low.refresh()).status())
                .isNotEqualTo(200);
    }

    /** No condition to wait for: tokens tell whole seconds, and the clocks of two servers may differ by one. */
    private static void passASecond() {
        try {
            Thread.sleep(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
