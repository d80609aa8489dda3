package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Refresh tokens and what may be had with them, while and after what they rest on holds. */
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A refresh token")
final class RefreshIT {

    private final Scene scene;
    private final TestApp console;
    private Person supervisor;

    RefreshIT(KeycloakServer server) {
        this.scene = Scene.of(server, "refresh");
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
    void cannot_be_given_an_action_by_asking_for_it() {
        Tokens plain = supervisor.elsewhere().signIn(console, Scene.EVERYDAY);

        Scene.assertGivenWithoutPlay(console.refresh(plain.refresh(), "openid " + Scene.ELEVATED));
    }

    @Test
    void of_a_plain_sign_in_gains_nothing_from_a_later_step_up_in_the_same_session() {
        Person person = supervisor.elsewhere();
        Tokens plain = person.signIn(console, Scene.EVERYDAY);
        Tokens elevated = person.signIn(console, Scene.ELEVATED);
        assertThat(elevated.scope()).contains(Scene.PLAY);

        Scene.assertGivenWithoutPlay(console.refresh(plain.refresh()));
        Scene.assertGivenWithoutPlay(console.refresh(plain.refresh(), "openid " + Scene.ELEVATED));
    }

    @Test
    void of_another_client_cannot_be_used() {
        Tokens elevated = supervisor.elsewhere().signIn(console, Scene.ELEVATED);

        Scene.assertRejected(scene.app("agent-desktop").refresh(elevated.refresh()), "invalid_grant");
    }

    @Test
    void yields_no_action_of_a_mode_whose_role_was_taken_away() {
        Person person = supervisor.elsewhere();
        Tokens elevated = person.signIn(console, Scene.ELEVATED);
        var role = scene.realm()
                .admin()
                .get("/roles/contact-center-supervisor")
                .orFail()
                .json();
        var roles = Admin.object().putArray("roles").add(role);
        String mappings = "/users/" + scene.realm().admin().userId("supervisor") + "/role-mappings/realm";
        scene.realm().admin().delete(mappings, roles).orFail();

        Answer refreshed = console.refresh(elevated.refresh());

        scene.realm().admin().post(mappings, roles).orFail();
        scene.assertDenied(refreshed, "mode_not_eligible");
    }
}
