package dev.contactcenter.it.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.demo.pages.PasskeyButton;
import dev.contactcenter.demo.story.StoryBrowser;
import dev.contactcenter.demo.story.VirtualPasskey;
import dev.contactcenter.it.oidc.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Records;
import dev.contactcenter.it.server.WithKeycloak;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("story")
@Tag("step-up")
@WithKeycloak
@DisplayName("Signing in with a passkey, without password or user name")
final class PasskeyFactsIT {

    private static final String SCOPE = "mode:supervisor queue:monitor recording:play";

    @ParameterizedTest(name = "a {0} passkey proves {1}")
    @CsvSource({"SYNCED, phr, true", "DEVICE_BOUND, phrh, false"})
    void plays_at_once_and_the_record_tells_which_kind_of_passkey_it_was(
            VirtualPasskey.Kind kind, String acr, String synced, KeycloakServer server, StoryBrowser browser) {
        try (RealmFixture realm = RealmFixture.plan(server, "passkey").create();
                Person supervisor = new Person(browser, "supervisor", kind)) {
            TestApp console = new TestApp(realm, "supervisor-console");
            Tokens enrolled = supervisor.signInAndEnrol(console, "mode:supervisor queue:monitor");
            assertThat(enrolled.acr())
                    .as("registering a passkey proves nothing")
                    .isEqualTo("password");
            supervisor.forgetCookies();
            JsonNode withPassword = server.records().await(realm.name(), Records.decided("permit", "queue:monitor"));
            assertThat(withPassword.path("browser").path("passkeys").asText())
                    .as("what the sign-in page found out")
                    .isEqualTo("yes");

            Tokens tokens = supervisor.signInWithPasskey(console, SCOPE);

            assertThat(tokens.acr()).isEqualTo(acr);
            assertThat(tokens.scope()).contains("recording:play");
            JsonNode record =
                    server.records().await(realm.name(), Records.decided("permit", "queue:monitor", "recording:play"));
            assertThat(record.path("passkey").path("uv").asText()).isEqualTo("true");
            assertThat(record.path("passkey").path("backup_eligible").asText()).isEqualTo(synced);
            assertThat(record.path("passkey").path("backed_up").asText()).isEqualTo(synced);
            assertThat(record.path("passkey").path("aaguid").asText()).matches("[0-9a-f]{8}-[0-9a-f-]{27}");
            assertThat(record.path("passkey").path("attachment").asText()).isEqualTo("platform");
            assertThat(record.path("assurance").path("acr").asText()).isEqualTo(acr);
            assertThat(realm.records())
                    .as("nothing was prompted for")
                    .noneMatch(Records.decided("step_up", "recording:play"));
        }
    }

    @Test
    void tells_that_it_was_used_from_another_device_than_it_was_enrolled_on(
            KeycloakServer server, StoryBrowser browser) {
        try (RealmFixture realm = RealmFixture.plan(server, "roaming").create();
                Person supervisor = new Person(browser, "supervisor", VirtualPasskey.Kind.SYNCED)) {
            TestApp console = new TestApp(realm, "supervisor-console");
            supervisor.signInAndEnrol(console, "mode:supervisor queue:monitor");
            supervisor.passkey().moveToAnotherDevice();

            assertThat(supervisor.stepUp(console, SCOPE).scope()).contains("recording:play");

            JsonNode record =
                    server.records().await(realm.name(), Records.decided("permit", "queue:monitor", "recording:play"));
            assertThat(record.path("passkey").path("attachment").asText()).isEqualTo("cross-platform");
        }
    }

    @Test
    void is_enrolled_for_however_late_the_script_of_the_page_comes(KeycloakServer server, StoryBrowser browser) {
        try (RealmFixture realm = RealmFixture.plan(server, "late").create();
                Person supervisor = new Person(browser, "supervisor", VirtualPasskey.Kind.SYNCED)) {
            TestApp console = new TestApp(realm, "supervisor-console");
            supervisor.page().route("**/webauthnRegister.js", script -> {
                PasskeyButton.ENROL.on(supervisor.page()).waitFor();
                script.resume();
            });

            assertThat(supervisor
                            .signInAndEnrol(console, "mode:supervisor queue:monitor")
                            .mode())
                    .isEqualTo("supervisor");
        }
    }
}
