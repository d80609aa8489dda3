package dev.contactcenter.it.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
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
import org.junit.jupiter.params.provider.EnumSource;

@Tag("story")
@WithKeycloak
@DisplayName("The login pages")
final class LoginPagesIT {

    private static final String EVERYDAY = "mode:supervisor queue:monitor";

    /** What a person, or a screen reader, finds on the pages. */
    enum Words {
        EN(
                "Username",
                "Password",
                "Please confirm that it is you",
                "Use your passkey",
                "You cannot do this",
                "Back to the application"),
        DE(
                "Benutzername",
                "Passwort",
                "Bitte bestätigen Sie, dass Sie es sind",
                "Passkey benutzen",
                "Das können Sie nicht tun",
                "Zurück zur Anwendung");

        private final String username;
        private final String password;
        private final String stepUp;
        private final String usePasskey;
        private final String denied;
        private final String back;

        Words(String username, String password, String stepUp, String usePasskey, String denied, String back) {
            this.username = username;
            this.password = password;
            this.stepUp = stepUp;
            this.usePasskey = usePasskey;
            this.denied = denied;
            this.back = back;
        }

        String language() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void can_be_used_with_the_keyboard_alone_and_say_what_they_are(
            Words words, KeycloakServer server, StoryBrowser browser) {
        try (RealmFixture realm = RealmFixture.plan(server, "pages")
                        .app("supervisor-console", URI.create(RealmFixture.APPS))
                        .create();
                Person supervisor = new Person(browser, "supervisor", VirtualPasskey.Kind.DEVICE_BOUND)) {
            TestApp console = new TestApp(realm, "supervisor-console");
            Map<String, String> language = Map.of("ui_locales", words.language());
            Page page = supervisor.page();

            console.open(page, EVERYDAY, language);
            signInAndEnrol(page, words);
            console.signedIn(page);
            supervisor.present(false);

            console.open(page, EVERYDAY + " recording:play", language);
            supervisor.present(true);
            stepUp(page, words);
            console.signedIn(page);

            console.open(page, EVERYDAY + " admin:configure", language);
            goBackFromDenial(page, words);
            assertThat(TestApp.callback(page)).containsEntry("error", "access_denied");
        }
    }

    private static void signInAndEnrol(Page page, Words words) {
        Keyboard keyboard = new Keyboard(page);
        assertThat(page.locator("html")).hasAttribute("lang", words.language());
        Locator username = page.getByLabel(words.username, new Page.GetByLabelOptions().setExact(true));
        Locator password = page.getByLabel(words.password, new Page.GetByLabelOptions().setExact(true));
        username.waitFor();
        Pictures.take(page, "login-" + words.language());
        keyboard.goTo(username)
                .type("supervisor")
                .goTo(password)
                .type(Person.PASSWORD)
                .enter();

        Locator enrol = PasskeyButton.ENROL.readyOn(page);
        Pictures.take(page, "enrol-" + words.language());
        page.onceDialog(Dialog::accept);
        keyboard.goTo(enrol).enter();
    }

    private static void stepUp(Page page, Words words) {
        heading(page, words.stepUp).waitFor();
        Pictures.take(page, "step-up-" + words.language());
        assertThat(page.title()).contains(words.stepUp);
        assertThat(page.locator("#password")).hasCount(0);
        assertThat(page.locator("#contact-center-step-up-why p")).hasCount(2);
        PasskeyButton.USE.readyOn(page);
        new Keyboard(page)
                .goTo(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words.usePasskey)))
                .enter();
    }

    private static void goBackFromDenial(Page page, Words words) {
        heading(page, words.denied).waitFor();
        Pictures.take(page, "denied-" + words.language());
        assertThat(page.title()).contains(words.denied);
        assertThat(page.getByRole(AriaRole.ALERT)).not().isEmpty();
        assertThat(page.locator("#contact-center-denied-code")).isVisible();
        new Keyboard(page)
                .goTo(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words.back)))
                .enter();
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }
}
