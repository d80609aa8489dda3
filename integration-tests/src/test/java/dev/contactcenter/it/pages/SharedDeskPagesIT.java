package dev.contactcenter.it.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.contactcenter.demo.pages.PasskeyButton;
import dev.contactcenter.demo.story.StoryBrowser;
import dev.contactcenter.demo.story.VirtualPasskey;
import dev.contactcenter.it.oidc.Person;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Pictures;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.DeviceRealm;
import dev.contactcenter.it.signals.PostureIssuer;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("story")
@Tag("signals")
@WithKeycloak
@DisplayName("The pages of a shared desk")
final class SharedDeskPagesIT {

    /** A browser that does not ask for what the page wants, as an old one or a tampered one. */
    private static final String DEAF = """
            const create = navigator.credentials.create.bind(navigator.credentials);
            navigator.credentials.create = (options) => {
                delete options.publicKey.authenticatorSelection.authenticatorAttachment;
                return create(options);
            };
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "en, This computer cannot keep your passkey, Try again",
        "de, Dieser Computer kann Ihren Passkey nicht aufbewahren, Noch einmal versuchen"
    })
    void say_what_to_enrol_there(
            String language, String heading, String again, KeycloakServer server, StoryBrowser browser) {
        try (PostureIssuer issuer = new PostureIssuer();
                DeviceRealm realm = DeviceRealm.of(server, "desk-pages");
                Person supervisor = new Person(browser, "supervisor", VirtualPasskey.Kind.DEVICE_BOUND)) {
            realm.trust(issuer, Map.of()).orFail();
            realm.fixture()
                    .admin()
                    .change(
                            "/users/" + realm.fixture().admin().userId("supervisor"),
                            found -> found.set("requiredActions", Admin.array("webauthn-register-passwordless")))
                    .orFail();
            Page page = supervisor.page();
            page.setExtraHTTPHeaders(Map.of(
                    DeviceRealm.HEADER,
                    issuer.token("desk").deviceClass("shared").signed()));
            page.addInitScript(DEAF);

            realm.console().open(page, "mode:supervisor record:view", Map.of("ui_locales", language));
            page.locator("#username").fill("supervisor");
            page.locator("#password").fill(Person.PASSWORD);
            page.locator("#kc-login").click();
            Locator enrol = PasskeyButton.ENROL.readyOn(page);
            Pictures.take(page, "shared-desk-enrol-" + language);
            page.onceDialog(Dialog::accept);
            enrol.click();

            page.locator("#contact-center-enrolment").waitFor();
            Pictures.take(page, "shared-desk-refused-" + language);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading)))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.ALERT)).not().isEmpty();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(again))
                    .click();
            PasskeyButton.ENROL.on(page).waitFor();
        }
    }
}
