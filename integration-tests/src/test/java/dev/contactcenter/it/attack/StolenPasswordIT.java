package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.client.Ceremony;
import dev.contactcenter.it.client.PasskeyFlags;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.client.SoftwarePasskey;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thief who knows the password and has a passkey of their own, which is not enrolled. */
@Tag("attack")
@WithKeycloak
@DisplayName("A stolen password")
final class StolenPasswordIT {

    private static final String REGISTER = "webauthn-register-passwordless";

    private final Scene scene;
    private final TestApp console;

    StolenPasswordIT(KeycloakServer server) {
        this.scene = Scene.of(server, "stolen", RealmFixture.Plan::withoutEnrolment);
        this.console = scene.console();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void enrols_no_passkey_at_the_step_up() {
        Person thief = new Person("supervisor");

        Screen screen = thief.typePassword(thief.open(console, Scene.ELEVATED));

        assertThat(screen.has("register")).isFalse();
        scene.assertRefused(screen, "passkey_not_enrolled");
    }

    @Test
    void enrolling_when_the_realm_asks_for_it_proves_nothing() {
        requireEnrolment();
        Person thief = new Person("supervisor");
        Tokens tokens = thief.signIn(console, Scene.EVERYDAY);

        Screen screen = thief.open(console, Scene.ELEVATED);

        assertThat(tokens.acr()).isEqualTo("password");
        assertThat(screen.asksForPasskeyOnly()).as(screen.toString()).isTrue();
    }

    @Test
    void enrolling_on_request_proves_nothing() {
        Person thief = new Person("supervisor");
        Screen registration = thief.typePassword(thief.open(console, Scene.EVERYDAY, Map.of("kc_action", REGISTER)));
        Tokens tokens = Person.tokens(console, thief.enrol(registration, PasskeyFlags.SYNCED));

        Screen screen = thief.open(console, Scene.ELEVATED);

        assertThat(tokens.acr()).isEqualTo("password");
        assertThat(screen.asksForPasskeyOnly()).as(screen.toString()).isTrue();
    }

    @Test
    void enrolling_on_request_gets_no_action_by_the_way() {
        Person thief = new Person("supervisor");

        Screen screen = thief.typePassword(thief.open(console, Scene.ELEVATED, Map.of("kc_action", REGISTER)));

        assertThat(screen.has("register")).isFalse();
        scene.assertRefused(screen, "passkey_not_enrolled");
    }

    @Test
    void adds_no_second_passkey() {
        enrolledVictim();
        Person thief = new Person("supervisor");

        Screen screen = thief.typePassword(thief.open(console, Scene.EVERYDAY, Map.of("kc_action", REGISTER)));

        assertThat(screen.has("register")).as(screen.toString()).isFalse();
        assertThat(screen.asksForPasskeyOnly()).as(screen.toString()).isTrue();
    }

    @Test
    void adds_no_second_passkey_to_a_session_that_was_left_open() {
        Person victim = enrolledVictim();
        victim.typePassword(victim.open(console, Scene.EVERYDAY));

        Screen screen = victim.open(console, Scene.EVERYDAY, Map.of("kc_action", REGISTER));

        assertThat(screen.has("register")).as(screen.toString()).isFalse();
        assertThat(screen.asksForPasskeyOnly()).as(screen.toString()).isTrue();
    }

    @Test
    void lets_who_proves_the_first_passkey_add_a_second() {
        Person owner = enrolledVictim();
        Screen step = owner.typePassword(owner.open(console, Scene.EVERYDAY, Map.of("kc_action", REGISTER)));

        Screen screen = owner.usePasskey(step, PasskeyFlags.SYNCED);

        assertThat(screen.has("register")).as(screen.toString()).isTrue();
    }

    @Test
    void deletes_no_passkey_to_enrol_another() {
        enrolledVictim();
        String credentials = "/users/" + scene.realm().admin().userId("supervisor") + "/credentials";
        String id = "";
        for (var credential : scene.realm().admin().get(credentials).orFail().json()) {
            id = credential.path("type").asText().equals("webauthn-passwordless")
                    ? credential.path("id").asText()
                    : id;
        }
        Person thief = new Person("supervisor");

        Screen screen =
                thief.typePassword(thief.open(console, Scene.EVERYDAY, Map.of("kc_action", "delete_credential:" + id)));

        assertThat(screen.asksForPasskeyOnly()).as(screen.toString()).isTrue();
        assertThat(scene.realm().admin().get(credentials).body()).contains(id);
    }

    @Test
    void beside_the_fields_of_a_passkey_is_a_password_all_the_same() {
        Person victim = enrolledVictim();
        var realm = scene.realm().admin().get("").orFail().json();
        scene.realm()
                .admin()
                .put("", ((ObjectNode) realm).put("webAuthnPolicyPasswordlessPasskeysEnabled", false))
                .orFail();
        Person thief = victim.elsewhere();
        var forged = new HashMap<>(new SoftwarePasskey()
                .assertion(new Ceremony("x", "localhost", "http://localhost"), PasskeyFlags.SYNCED));
        forged.put("credentialId", victim.passkey().id());
        forged.put("username", "supervisor");
        forged.put("password", "demo");

        Screen screen = thief.browser().submit(thief.open(console, Scene.ELEVATED), "#kc-form-login", forged);

        assertThat(screen.callback()).doesNotContainKey("code");
        assertThat(screen.asksForPasskeyOnly()).as(screen.toString()).isTrue();
    }

    /** Somebody who has a passkey since the first sign-in. */
    private Person enrolledVictim() {
        requireEnrolment();
        return scene.enrolled("supervisor", console);
    }

    private void requireEnrolment() {
        String user = "/users/" + scene.realm().admin().userId("supervisor");
        ObjectNode found = (ObjectNode) scene.realm().admin().get(user).orFail().json();
        scene.realm()
                .admin()
                .put(user, found.set("requiredActions", Admin.array(REGISTER)))
                .orFail();
    }
}
