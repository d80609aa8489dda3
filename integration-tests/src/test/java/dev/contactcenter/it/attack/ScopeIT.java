package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Scopes in combinations that no honest app sends. */
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A request for scopes")
final class ScopeIT {

    private final Scene scene;
    private final TestApp console;
    private Person supervisor;

    ScopeIT(KeycloakServer server) {
        this.scene = Scene.of(
                server,
                "scope",
                plan -> plan.client(
                                "agent-desktop",
                                client -> client.withArray("/optionalClientScopes")
                                        .add("mode:supervisor"))
                        .client(
                                "analyst-workbench",
                                client ->
                                        client.withArray("/defaultClientScopes").add("recording:play")));
        this.console = scene.console();
        this.supervisor = new Person("supervisor");
    }

    @BeforeAll
    void enrol() {
        supervisor = scene.enrolled("supervisor", console);
        scene.realm().admin().createOptionalScope("recording:delete", "supervisor-console");
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void in_two_modes_is_refused() {
        Person person = supervisor.elsewhere();

        Screen screen = person.goOn(person.open(console, "mode:supervisor mode:agent record:view"));

        scene.assertRefused(screen, "several_modes_requested");
    }

    @Test
    void without_a_mode_is_one_for_the_only_mode_that_grants_it() {
        Tokens tokens = supervisor.elsewhere().signIn(console, "recording:play");

        assertThat(tokens.mode()).isEqualTo("supervisor");
        assertThat(tokens.acr()).isEqualTo("phr");
    }

    @Test
    void in_the_mode_of_somebody_else_is_refused() {
        TestApp desktop = scene.app("agent-desktop");
        Person agent = scene.enrolled("agent", desktop);

        Screen screen = agent.goOn(agent.open(desktop, "mode:supervisor recording:play"));

        scene.assertRefused(screen, "mode_not_eligible");
    }

    @Test
    void for_an_action_of_another_mode_is_refused() {
        Person person = supervisor.elsewhere();

        Screen screen = person.goOn(person.open(console, "mode:agent recording:play"));

        scene.assertRefused(screen, "action_not_granted");
    }

    @Test
    void for_an_action_that_the_policy_does_not_know_is_refused() {
        Person person = supervisor.elsewhere();

        Screen screen = person.goOn(person.open(console, "mode:supervisor recording:delete"));

        scene.assertRefused(screen, "action_unknown");
    }

    @Test
    void gets_no_action_that_is_a_default_scope_of_the_client() {
        TestApp workbench = scene.app("analyst-workbench");
        Person analyst = new Person("analyst");

        Screen screen = analyst.goOn(analyst.open(workbench, "mode:analyst report:query"));

        scene.assertRefused(screen, "action_not_granted");
    }

    @Test
    void of_somebody_without_any_role_is_refused() {
        Person outsider = scene.enrolled("outsider", console);

        Screen screen = outsider.goOn(outsider.open(console, Scene.ELEVATED));

        scene.assertRefused(screen, "mode_not_eligible");
    }

    @Test
    void is_refused_to_the_app_as_well_when_the_person_goes_back() {
        Person person = supervisor.elsewhere();
        Screen refusal = person.goOn(person.open(console, "mode:agent recording:play"));

        Screen again = person.open(console, "mode:agent recording:play", Map.of("prompt", "none"));

        assertThat(refusal.isRefusal()).isTrue();
        assertThat(again.callback()).doesNotContainKey("code");
    }
}
