package dev.contactcenter.it.signals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import dev.contactcenter.demo.story.StoryBrowser;
import dev.contactcenter.demo.story.VirtualPasskey;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Pictures;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("signals")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What is known of a device")
final class SignalsToldIT {

    private static final String ASKING = DeviceRealm.MONITOR + " contact-center-device contact-center-zone";

    private final PostureIssuer issuer = new PostureIssuer();
    private final DeviceRealm realm;

    SignalsToldIT(KeycloakServer server) {
        this.realm = DeviceRealm.of(server, "told", SignalsToldIT::change);
    }

    private static RealmFixture.Plan change(RealmFixture.Plan plan) {
        return plan.policy(text -> text + "signals: { device: { maxAge: PT2M } }\n")
                .app("supervisor-console", URI.create(RealmFixture.APPS))
                .client("supervisor-console", SignalsToldIT::mayKnow);
    }

    private static void mayKnow(ObjectNode client) {
        client.withArray("/optionalClientScopes").add("contact-center-device").add("contact-center-zone");
    }

    @BeforeAll
    void configure() {
        realm.trust(issuer, Map.of()).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        issuer.close();
    }

    @Test
    void is_told_to_a_client_that_asks_for_it_and_is_meant_to_know() {
        Person person = DeviceRealm.supervisor(issuer.token("desk-17").signed());

        JsonNode told = person.signIn(realm.console(), ASKING).claims().path("contact_center");

        assertThat(told.path("device").toString())
                .isEqualTo("{\"compliance\":\"compliant\",\"id\":\"desk-17\",\"management\":\"managed\"}");
        assertThat(told.path("zone").asText()).isEqualTo("unknown");
        assertThat(told.path("mode").asText()).isEqualTo("supervisor");
        assertThat(told.path("policy").asText()).isEqualTo("devices.1");
    }

    @Test
    void is_not_told_to_others() {
        Person person = DeviceRealm.supervisor(issuer.token("desk-18").signed());

        JsonNode told = realm.granted(person).claims().path("contact_center");

        assertThat(told.has("device")).isFalse();
        assertThat(told.has("zone")).isFalse();
        assertThat(told.path("mode").asText()).isEqualTo("supervisor");
    }

    @Test
    void is_unknown_in_the_token_of_a_device_that_shows_nothing() {
        Tokens tokens =
                new Person("supervisor").signIn(realm.console(), "mode:supervisor record:view contact-center-device");

        assertThat(tokens.claims().path("contact_center").path("device").toString())
                .isEqualTo("{\"compliance\":\"unknown\",\"management\":\"unknown\"}");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "stale, en, This computer has not reported since",
        "stale, de, Dieser Rechner hat sich seit",
        "compliance, en, that it does not meet the safety rules of your company.",
        "compliance, de, dass er die Sicherheitsregeln Ihrer Firma nicht erfüllt.",
        "not_provided, en, This computer has not told anything about itself.",
        "malformed, en, What was shown about this computer cannot be trusted."
    })
    void is_told_to_the_person_in_their_words(String finding, String language, String said, StoryBrowser browser) {
        try (var supervisor =
                new dev.contactcenter.it.oidc.Person(browser, "supervisor", VirtualPasskey.Kind.DEVICE_BOUND)) {
            Page page = supervisor.page();
            page.setExtraHTTPHeaders(shown(finding, "desk-" + finding + language));

            realm.console().open(page, DeviceRealm.MONITOR, Map.of("ui_locales", language));
            page.locator("#username").fill("supervisor");
            page.locator("#password").fill("demo");
            page.locator("#kc-login").click();

            assertThat(page.locator("#contact-center-denied-device-" + finding)).containsText(said);
            assertThat(page.locator("#contact-center-denied-what li")).hasCount(2);
            assertThat(page.locator("#contact-center-denied-why")).not().containsText("UTC");
            Pictures.take(page, "denied-device-" + finding + "-" + language);
        }
    }

    private Map<String, String> shown(String finding, String device) {
        String token = switch (finding) {
            case "stale" -> issuer.token(device).issuedAfter(-240).signed();
            case "compliance" -> issuer.token(device).compliance("noncompliant").signed();
            case "malformed" -> issuer.token(device).unsigned();
            default -> "";
        };
        return token.isEmpty() ? Map.of() : Map.of(DeviceRealm.HEADER, token);
    }
}
