package dev.contactcenter.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page that asks for the passkey. */
@DisplayName("The passkey page")
class StepUpPageTest {

    @Test
    void says_which_action_asks_for_the_passkey_and_for_how_long_it_counts() throws Exception {
        String page = passkey("en")
                .with("contactCenterStepUpActions", List.of("recording:play"))
                .with("contactCenterStepUpMaxAgeMinutes", 5)
                .render();

        assertThat(page)
                .contains("data-page-id=\"login-webauthn-authenticate\"")
                .contains("<title>Please confirm that it is you</title>")
                .contains("<p>Playing a recording needs your passkey, because it holds what a customer said.</p>")
                .contains("<p>Your passkey counts for 5 minutes; after that you are asked again.</p>")
                .contains("id=\"authenticateWebAuthnButton\" type=\"submit\" autofocus=\"autofocus\">Use your passkey")
                .contains("name=\"userHandle\"");
    }

    @Test
    void speaks_the_language_of_the_person() throws Exception {
        String page = passkey("de")
                .with("contactCenterStepUpActions", List.of("recording:play"))
                .with("contactCenterStepUpMaxAgeMinutes", 1)
                .render();

        assertThat(page)
                .contains("Eine Aufnahme anzuhören verlangt Ihren Passkey")
                .contains("Ihr Passkey gilt eine Minute lang");
    }

    @Test
    void names_an_action_that_it_has_no_words_for_as_plain_text() throws Exception {
        String page = passkey("en")
                .with("contactCenterStepUpActions", List.of("<script>alert(1)</script>", "screen:view"))
                .render();

        assertThat(page)
                .contains("<p><code>&lt;script&gt;alert(1)&lt;/script&gt;</code>needs your passkey.</p>")
                .contains("<p><code>screen:view</code>needs your passkey.</p>");
    }

    @Test
    void gives_no_reason_when_no_action_asks_for_it() throws Exception {
        String page = passkey("en").render();

        assertThat(page).contains("<title>Passkey login</title>").doesNotContain("contact-center-step-up-why");
    }

    private static LoginPage passkey(String language) {
        return new LoginPage("webauthn-authenticate.ftl", language)
                .with("isUserIdentified", "true")
                .with("challenge", "Y2hhbGxlbmdl")
                .with("userVerification", "required")
                .with("rpId", "localhost")
                .with("createTimeout", 0);
    }
}
