package dev.contactcenter.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page on which a person chooses a mode. */
@DisplayName("The page of modes")
class ModePageTest {

    @Test
    void offers_each_mode_as_a_button_that_says_what_it_is_for() throws Exception {
        String page = modes("en", mode("agent", false, true), mode("supervisor", true, false))
                .with("contactCenterAction", "record:view")
                .render();

        assertThat(page)
                .contains("<title>In which role do you want to work?</title>")
                .contains("<dd id=\"contact-center-mode-action\">See a customer record</dd>")
                .contains(
                        "name=\"mode\" value=\"agent\" aria-describedby=\"contact-center-mode-about-0\">Agent</button>")
                .contains(
                        "name=\"mode\" value=\"supervisor\" aria-describedby=\"contact-center-mode-about-1\">Supervisor</button>")
                .contains("<p>Serve customers: their records and notes about the call you are on.</p>")
                .containsOnlyOnce("You are working in this role now.")
                .containsOnlyOnce("You will be asked for your passkey.");
    }

    @Test
    void speaks_the_language_of_the_person() throws Exception {
        assertThat(modes("de", mode("agent", false, false), mode("supervisor", false, false))
                        .render())
                .contains("In welcher Rolle möchten Sie arbeiten?")
                .contains("Kunden betreuen")
                .doesNotContain("Passkey");
    }

    @Test
    void shows_a_mode_that_it_has_no_words_for_as_plain_text() throws Exception {
        assertThat(modes("en", mode("<b>night</b>", false, false), mode("agent", false, false))
                        .render())
                .contains("<code>&lt;b&gt;night&lt;/b&gt;</code>")
                .doesNotContain("<b>night</b>");
    }

    private static Map<String, Object> mode(String name, boolean stepUp, boolean current) {
        return Map.of("name", name, "stepUp", stepUp, "current", current);
    }

    private static LoginPage modes(String language, Map<String, Object> one, Map<String, Object> other) {
        return new LoginPage("contact-center-mode.ftl", language).with("contactCenterModes", List.of(one, other));
    }
}
