package dev.contactcenter.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.story.StoryBrowser;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Pictures;
import dev.contactcenter.it.server.RealmFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All other tests run with the feature off: then the same components are edited by REST. */
@Tag("signals")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The admin console, with its feature declarative-ui,")
final class AdminConsoleIT {

    private static final String PAGES = "org.keycloak.services.ui.extend.UiPageProvider";

    private final KeycloakServer server = KeycloakServer.own(
            "keycloak-console", new KeycloakOptions.Launch(List.of("--features=declarative-ui"), List.of(), Map.of()));
    private final StoryBrowser browser = StoryBrowser.start();
    private final RealmFixture realm = RealmFixture.plan(server, "console").create();
    private final SourcePages pages = SourcePages.open(browser.newPerson(), realm);

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    @Test
    void names_the_setting_that_cannot_be_used_and_stores_the_source_once_all_can() {
        pages.add("contact-center-posture-token");
        pages.fill("displayName", "endpoint agent");
        pages.fill("issuer", "https://agent.example.test");
        pages.fill("audience", "https://sso.example.test");
        pages.fill("jwksUrl", "http://agent.example.test/keys");
        pages.save();

        assertThat(pages.message()).containsText("Setting 'jwksUrl' cannot be used");
        Pictures.take(pages.page(), "console-posture-token-refused");

        pages.fill("jwksUrl", "https://agent.example.test/keys");
        pages.save();

        assertThat(pages.message()).containsText("Saved successfully");
        pages.list("contact-center-posture-token");
        assertThat(pages.page().getByText("Posture tokens").first()).isVisible();
        assertThat(pages.page().getByText("endpoint agent")).isVisible();
        Pictures.take(pages.page(), "console-posture-tokens");
        assertThat(stored("contact-center-posture-token")
                        .at("/config/jwksUrl/0")
                        .asText())
                .isEqualTo("https://agent.example.test/keys");
    }

    @Test
    void keeps_a_device_that_no_system_manages() {
        pages.add("contact-center-device");
        pages.fill("deviceId", "kiosk-lobby-1");
        Pictures.take(pages.page(), "console-device");
        pages.save();

        assertThat(pages.message()).containsText("Saved successfully");
        JsonNode device = realm.admin()
                .get("/contact-center/devices/kiosk-lobby-1")
                .orFail()
                .json();
        assertThat(device.at("/reports/0/origin").asText()).isEqualTo("by-hand");
    }

    @Test
    void names_the_block_of_a_zone_that_is_none() {
        pages.add("contact-center-zone");
        pages.fill("zone", "corporate");
        pages.fill("cidrs", "10.30.0.1/16");
        pages.save();

        assertThat(pages.message()).containsText("10.30.0.1/16");
        Pictures.take(pages.page(), "console-zone-refused");

        pages.fill("cidrs", "10.30.0.0/16");
        pages.save();

        assertThat(pages.message()).containsText("Saved successfully");
        assertThat(stored("contact-center-zone").at("/config/cidrs/0").asText()).isEqualTo("10.30.0.0/16");
    }

    @Test
    void names_what_is_wrong_with_a_sink_and_delivers_to_it_once_nothing_is() {
        pages.add("contact-center-webhook-sink");
        pages.fill("name", "siem");
        pages.fill("url", "http://siem.example.test/records");
        pages.fill("secret", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        pages.save();

        assertThat(pages.message()).containsText("Setting 'url' cannot be used");
        Pictures.take(pages.page(), "console-webhook-refused");

        pages.fill("url", "https://siem.example.test/records");
        pages.save();

        assertThat(pages.message()).containsText("Saved successfully");
        pages.list("contact-center-webhook-sink");
        assertThat(pages.page().getByText("siem").first()).isVisible();
        Pictures.take(pages.page(), "console-webhooks");
        assertThat(realm.admin()
                        .get("/contact-center/audit/sinks/siem")
                        .orFail()
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("active");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "webhook-sink,       url",
        "syslog-sink,        host",
        "kafka-sink,         topic",
        "file-sink,          file",
        "posture-token,      issuer",
        "client-certificate, issuer",
        "device-registry,    displayName",
        "location,           countryDatabase",
        "risk,               displayName",
        "interaction,        displayName",
        "event-stream,       issuer",
        "device,             deviceId",
        "zone,               zone",
    })
    void has_a_form_for_everything_that_is_configured(String kind, String setting) {
        pages.add("contact-center-" + kind);

        assertThat(pages.field(setting)).isVisible();
        Pictures.take(pages.page(), "console-" + kind);
    }

    @Test
    void shows_what_a_kind_of_sink_does_by_default_whatever_was_written_into_the_form_of_another() {
        pages.add("contact-center-webhook-sink");
        assertThat(pages.field("batch")).hasValue("100");
        pages.fill("batch", "7");
        pages.fill("secret", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

        pages.add("contact-center-kafka-sink");

        assertThat(pages.field("batch")).hasValue("500");
        assertThat(pages.field("secret")).isEmpty();
    }

    private JsonNode stored(String kind) {
        for (JsonNode component :
                realm.admin().get("/components?type=" + PAGES).orFail().json()) {
            if (component.path("providerId").asText().equals(kind)) {
                return component;
            }
        }
        throw new AssertionError("The realm has no component " + kind);
    }
}
