package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Ceremony;
import dev.contactcenter.it.client.PasskeyFlags;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Passkeys that are not what they should be. */
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A passkey")
final class PasskeyIT {

    private final Scene scene;
    private final TestApp console;
    private Person supervisor;

    PasskeyIT(KeycloakServer server) {
        this.scene = Scene.of(server, "passkey");
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

    private Screen stepUpOf(Person person) {
        Screen screen = person.typePassword(person.open(console, Scene.ELEVATED));
        assertThat(screen.asksForPasskeyOnly()).as(screen.toString()).isTrue();
        return screen;
    }

    private void assertNothingGained(Person person, Screen screen) {
        assertThat(screen.has("kc-error-credential-form") || screen.has("kc-form-login"))
                .as(screen.toString())
                .isTrue();
        assertThat(person.open(console, Scene.ELEVATED, Map.of("prompt", "none"))
                        .callback())
                .containsEntry("error", "login_required");
    }

    @Test
    void without_user_verification_steps_nobody_up() {
        Person person = supervisor.elsewhere();

        assertNothingGained(person, person.usePasskey(stepUpOf(person), PasskeyFlags.UNVERIFIED));
    }

    @Test
    void without_user_verification_signs_nobody_in() {
        Person person = supervisor.elsewhere();

        assertNothingGained(person, person.usePasskey(person.open(console, Scene.ELEVATED), PasskeyFlags.UNVERIFIED));
    }

    @Test
    void that_turned_device_bound_after_its_registration_is_not_the_same() {
        Person person = supervisor.elsewhere();

        assertNothingGained(person, person.usePasskey(stepUpOf(person), PasskeyFlags.DEVICE_BOUND));
        assertNothingGained(person, person.usePasskey(person.open(console, Scene.ELEVATED), PasskeyFlags.DEVICE_BOUND));
    }

    @Test
    void that_is_synced_is_not_taken_for_device_bound() {
        Person person = supervisor.elsewhere();

        Tokens tokens = person.signIn(console, Scene.ELEVATED, Map.of("acr_values", "phr"));

        assertThat(tokens.acr()).isEqualTo("phr");
    }

    @Test
    void whose_flags_are_edited_on_the_way_is_refused() {
        Person person = supervisor.elsewhere();
        Screen page = stepUpOf(person);
        var fields = new HashMap<>(person.passkey().assertion(Ceremony.on(page), PasskeyFlags.UNVERIFIED));
        byte[] data = Base64.getUrlDecoder().decode(fields.get("authenticatorData"));
        data[32] |= 0x04;
        fields.put("authenticatorData", Base64.getUrlEncoder().withoutPadding().encodeToString(data));

        assertNothingGained(person, person.browser().submit(page, "#webauth", fields));
    }

    @Test
    void used_once_cannot_be_replayed() {
        Person person = supervisor.elsewhere();
        Screen first = stepUpOf(person);
        var fields = person.passkey().assertion(Ceremony.on(first), PasskeyFlags.SYNCED);
        assertThat(person.browser().submit(first, "#webauth", fields).callback())
                .containsKey("code");
        Person thief = supervisor.elsewhere();

        assertNothingGained(thief, thief.browser().submit(stepUpOf(thief), "#webauth", fields));
    }

    @Test
    void of_somebody_else_steps_nobody_up() {
        Person other = scene.enrolled("analyst", scene.app("analyst-workbench"));
        Person person = supervisor.elsewhere();
        Screen page = stepUpOf(person);

        var own = other.passkey().assertion(Ceremony.on(page), PasskeyFlags.SYNCED);
        assertNothingGained(person, person.browser().submit(page, "#webauth", own));
    }

    @Test
    void of_somebody_else_under_the_victims_handle_steps_nobody_up() {
        Person other = scene.enrolled("agent", scene.app("agent-desktop"));
        Person person = supervisor.elsewhere();
        Screen page = stepUpOf(person);
        var fields = new HashMap<>(other.passkey().assertion(Ceremony.on(page), PasskeyFlags.SYNCED));
        fields.put("userHandle", "");

        assertNothingGained(person, person.browser().submit(page, "#webauth", fields));
    }

    @Test
    void is_not_replaced_by_typing_the_password_once_more() {
        Person person = supervisor.elsewhere();
        Screen page = stepUpOf(person);

        Screen screen = person.browser().submit(page, "#webauth", Map.of("username", "supervisor", "password", "demo"));

        assertNothingGained(person, screen);
    }

    @Test
    void is_not_replaced_by_sending_the_form_to_another_step() {
        Person person = supervisor.elsewhere();
        Screen signIn = person.open(console, Scene.ELEVATED);
        Screen page = person.typePassword(signIn);

        Screen again = person.typePassword(signIn);

        assertThat(page.asksForPasskeyOnly()).isTrue();
        assertThat(again.callback()).as(again.toString()).isEmpty();
        assertThat(person.open(console, Scene.ELEVATED, Map.of("prompt", "none"))
                        .callback())
                .containsEntry("error", "login_required");
    }
}
