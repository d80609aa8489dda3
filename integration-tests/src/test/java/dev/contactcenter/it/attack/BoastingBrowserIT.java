package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.SignalRealm;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("attack")
@Tag("signals")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A browser that says what it can do with passkeys")
final class BoastingBrowserIT {

    private final SignalRealm stage;

    BoastingBrowserIT(KeycloakServer server) {
        stage = SignalRealm.of(server, "browser", """
                rules:
                  - id: passkey-only
                    actions: [record:view]
                    when: auth.passkey == "none"
                    deny: { reason: passkey_needed }
                """);
    }

    @AfterAll
    void close() {
        stage.close();
    }

    private Screen signIn(String scope, Map<String, String> said) {
        Person person = new Person("supervisor");
        Screen login = person.open(stage.console(), scope);
        var fields = new HashMap<>(said);
        fields.put("username", "supervisor");
        fields.put("password", "demo");
        return person.browser().submit(login, "#kc-form-login", fields);
    }

    private JsonNode told(Map<String, String> said) {
        Screen end = signIn(SignalRealm.EVERYDAY, said);
        return stage.recordOf(Person.tokens(stage.console(), end)).path("browser");
    }

    @Test
    void is_recorded_in_the_words_that_there_are() {
        assertThat(told(Map.of("ccPasskeys", "yes", "ccPlatformAuthenticator", "no", "ccConditionalUi", "yes"))
                        .toString())
                .isEqualTo("{\"conditional_ui\":\"yes\",\"passkeys\":\"yes\",\"platform_authenticator\":\"no\"}");
    }

    @Test
    void says_nothing_without_scripts_and_nothing_with_words_of_its_own() {
        String nothing =
                "{\"conditional_ui\":\"unknown\",\"passkeys\":\"unknown\",\"platform_authenticator\":\"unknown\"}";

        assertThat(told(Map.of()).toString()).isEqualTo(nothing);
        assertThat(told(Map.of("ccPasskeys", "{\"admin\":true}", "ccConditionalUi", "y".repeat(10_000)))
                        .toString())
                .isEqualTo(nothing);
    }

    @Test
    void gains_nothing_by_lying() {
        Screen screen = signIn(
                "mode:supervisor record:view",
                Map.of("ccPasskeys", "yes", "ccPlatformAuthenticator", "yes", "ccConditionalUi", "yes"));

        assertThat(screen.isRefusal()).as(screen.toString()).isTrue();
    }
}
