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
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Pictures;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("story")
@Tag("modes")
@WithKeycloak
@DisplayName("The page of modes")
final class ModePageIT {

    /** What a person, or a screen reader, finds on the page. */
    enum Words {
        EN("In which role do you want to work?", "Look after a team", "You are working in this role now."),
        DE("In welcher Rolle möchten Sie arbeiten?", "Ein Team betreuen", "In dieser Rolle arbeiten Sie gerade.");

        private final String title;
        private final String about;
        private final String current;

        Words(String title, String about, String current) {
            this.title = title;
            this.about = about;
            this.current = current;
        }

        String language() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void lets_a_person_choose_with_the_keyboard_alone(Words words, KeycloakServer server, StoryBrowser browser) {
        try (RealmFixture realm = RealmFixture.plan(server, "mode-page")
                        .app("supervisor-console", URI.create(RealmFixture.APPS))
                        .create();
                Person supervisor = new Person(browser, "supervisor", VirtualPasskey.Kind.DEVICE_BOUND)) {
            TestApp console = new TestApp(realm, "supervisor-console");
            Map<String, String> language = Map.of("ui_locales", words.language());
            Page page = supervisor.page();

            console.open(page, "record:view", language);
            page.locator("#username").fill("supervisor");
            page.locator("#password").fill(Person.PASSWORD);
            page.keyboard().press("Enter");
            choose(page, words, "mode");
            page.onceDialog(Dialog::accept);
            PasskeyButton.ENROL.readyOn(page).click();
            Tokens tokens = console.signedIn(page);
            org.assertj.core.api.Assertions.assertThat(tokens.mode()).isEqualTo("supervisor");

            console.open(page, "record:view", Map.of("ui_locales", words.language(), "prompt", "select_account"));
            assertThat(page.getByText(words.current)).hasCount(1);
            choose(page, words, "mode-again");
            org.assertj.core.api.Assertions.assertThat(console.signedIn(page).mode())
                    .isEqualTo("supervisor");
        }
    }

    private static void choose(Page page, Words words, String picture) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words.title))
                .waitFor();
        Pictures.take(page, picture + "-" + words.language());
        assertThat(page.locator("html")).hasAttribute("lang", words.language());
        org.assertj.core.api.Assertions.assertThat(page.title()).contains(words.title);
        Locator supervisor = page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Supervisor").setExact(true));
        assertThat(supervisor).hasAccessibleDescription(java.util.regex.Pattern.compile(words.about + ".*"));
        new Keyboard(page).goTo(supervisor).enter();
    }
}
