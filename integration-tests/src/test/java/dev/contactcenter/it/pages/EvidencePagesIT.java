package dev.contactcenter.it.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.contactcenter.demo.pages.PasskeyButton;
import dev.contactcenter.demo.story.StoryBrowser;
import dev.contactcenter.demo.story.VirtualPasskey;
import dev.contactcenter.it.oidc.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Pictures;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("story")
@WithKeycloak
@DisplayName("The pages of an evidence review")
final class EvidencePagesIT {

    private static final String DETAILS = """
            [{"type":"contact_center_action","actions":["recording:play"],"interaction":"call-2026-11-28-0042"}]""";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "en, Play a recording, Why do you need this?, Your reason, Go on",
        "de, Eine Aufnahme anhören, Wozu brauchen Sie das?, Ihr Grund, Weiter"
    })
    void show_what_is_asked_for_and_take_a_reason_by_the_keyboard_alone(
            String language,
            String action,
            String heading,
            String label,
            String goOn,
            KeycloakServer server,
            StoryBrowser browser) {
        try (RealmFixture realm = RealmFixture.plan(server, "evidence-pages")
                        .app("supervisor-console", URI.create(RealmFixture.APPS))
                        .create();
                Person supervisor = new Person(browser, "supervisor", VirtualPasskey.Kind.DEVICE_BOUND)) {
            TestApp console = new TestApp(realm, "supervisor-console");
            supervisor.signInAndEnrol(console, "mode:supervisor queue:monitor");
            supervisor.present(false);
            Page page = supervisor.page();

            console.open(page, "mode:supervisor", Map.of("authorization_details", DETAILS, "ui_locales", language));
            Locator detail = page.locator(".contact-center-detail");
            detail.waitFor();
            Pictures.take(page, "evidence-step-up-" + language);
            assertThat(detail).containsText(action);
            assertThat(detail).containsText("call-2026-11-28-0042");
            supervisor.present(true);
            new Keyboard(page).goTo(PasskeyButton.USE.readyOn(page)).enter();

            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading))
                    .waitFor();
            Pictures.take(page, "justification-" + language);
            assertThat(page).hasTitle(heading);
            Locator reason = page.getByLabel(label);
            assertThat(reason).isFocused();
            assertThat(page.locator(".contact-center-detail")).containsText("call-2026-11-28-0042");
            // What the browser itself would keep back.
            page.locator("#contact-center-justify").evaluate("form => form.noValidate = true");
            Keyboard keyboard = new Keyboard(page);
            keyboard.goTo(reason).type("too short");
            keyboard.goTo(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(goOn)))
                    .enter();

            page.getByRole(AriaRole.ALERT).waitFor();
            Pictures.take(page, "justification-flaw-" + language);
            assertThat(reason).hasAttribute("aria-invalid", "true");
            assertThat(reason).hasValue("too short");
            Keyboard again = new Keyboard(page);
            again.goTo(reason).type(": a complaint about an agreement");
            again.goTo(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(goOn)))
                    .enter();
            console.signedIn(page);
        }
    }
}
