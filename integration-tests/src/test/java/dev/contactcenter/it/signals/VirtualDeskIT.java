package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.client.Ceremony;
import dev.contactcenter.it.client.PasskeyFlags;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample policy at desks that are not one person's computer. */
@Tag("signals")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A session")
final class VirtualDeskIT {

    private static final String PLAY = "mode:supervisor recording:play";
    private static final String EVERYDAY = "mode:supervisor queue:monitor";

    /** Of the rule {@code passkey-from-another-device-on-vdi}. */
    private static final long SHORT_SECONDS = 120;

    /** Of the rule {@code shared-desk-does-not-wait}. */
    private static final int SHORT_IDLE_SECONDS = 300;

    private final PostureIssuer issuer = new PostureIssuer();
    private final RealmFixture realm;
    private final TestApp console;
    private Person enrolled = new Person("supervisor", PasskeyFlags.SYNCED);

    VirtualDeskIT(KeycloakServer server) {
        realm = RealmFixture.plan(server, "virtual-desk").create();
        console = new TestApp(realm, "supervisor-console");
    }

    @BeforeAll
    void configure() {
        // While the realm knows of no desks, any may keep a passkey.
        enrolled.signIn(console, "");
        ObjectNode source = Admin.object();
        source.put("name", "endpoint agent").put("providerId", "contact-center-posture-token");
        source.put("providerType", "org.keycloak.services.ui.extend.UiPageProvider");
        Map.of("issuer", PostureIssuer.NAME, "audience", PostureIssuer.AUDIENCE, "jwksUrl", issuer.keysUrl())
                .forEach((key, value) -> source.withObject("/config").set(key, Admin.array(value)));
        realm.admin().post("/components", source).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        issuer.close();
    }

    private Person at(String deviceClass) {
        enrolled = enrolled.elsewhere();
        enrolled.browser()
                .carry(
                        DeviceRealm.HEADER,
                        issuer.token("desk-" + deviceClass)
                                .deviceClass(deviceClass)
                                .signed());
        return enrolled;
    }

    @ParameterizedTest(name = "at a desk of class {0} with a passkey that the browser reaches as {1}: {2}")
    @CsvSource({
        "vdi,      cross-platform, true",
        "vdi,      platform,       false",
        "assigned, cross-platform, false",
    })
    void opens_recordings_for_a_moment_only_where_the_passkey_says_nothing_about_the_screen(
            String deviceClass, String attachment, boolean brief) {
        Person person = at(deviceClass);
        Screen asked = person.typePassword(person.open(console, PLAY));
        Map<String, String> used = new HashMap<>(person.passkey().assertion(Ceremony.on(asked), PasskeyFlags.SYNCED));
        used.put("ccAttachment", attachment);

        Tokens tokens = Person.tokens(console, person.browser().submit(asked, "#webauth", used));

        assertThat(tokens.scope()).contains("recording:play");
        long seconds = tokens.claims().path("exp").asLong()
                - tokens.claims().path("iat").asLong();
        assertThat(seconds <= SHORT_SECONDS)
                .as("it lasts for " + seconds + " s")
                .isEqualTo(brief);
    }

    @Test
    void at_a_kiosk_ends_when_nobody_does_anything() {
        Tokens kiosk = at("kiosk").signIn(console, EVERYDAY);
        Tokens own = at("assigned").signIn(console, EVERYDAY);

        assertThat(idle(kiosk)).isEqualTo(SHORT_IDLE_SECONDS);
        assertThat(idle(own)).isNotEqualTo(SHORT_IDLE_SECONDS);
    }

    private static int idle(Tokens tokens) {
        return tokens.claims().at("/contact_center/session/idle_seconds").asInt();
    }
}
