package dev.contactcenter.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page on which somebody says why. */
@DisplayName("The justification page")
class JustificationPageTest {

    @Test
    void says_what_it_is_about_and_how_long_the_answer_may_be() throws Exception {
        String page = page("en").render();

        assertThat(page)
                .contains("<title>Why do you need this?</title>")
                .contains("<dd>Play a recording</dd>")
                .contains("<dt>Call</dt><dd class=\"cc-code\">call-1</dd>")
                .contains("Write at least 15 characters, at most 1000.")
                .contains("minlength=\"15\" maxlength=\"1000\"")
                .doesNotContain("aria-invalid", "<dt>Record</dt>");
    }

    @Test
    void shows_what_was_typed_as_plain_text_with_what_is_wrong() throws Exception {
        String page = page("de")
                .with("contactCenterFlaw", "short")
                .with("contactCenterTyped", "</textarea><script>alert(1)</script>")
                .render();

        assertThat(page)
                .contains("aria-invalid=\"true\"", "role=\"alert\">Bitte schreiben Sie etwas mehr")
                .contains("&lt;/textarea&gt;&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    private static LoginPage page(String language) {
        return new LoginPage("contact-center-justification.ftl", language)
                .with("contactCenterLeast", 15)
                .with("contactCenterMost", 1000)
                .with(
                        "contactCenterDetails",
                        List.of(Map.of(
                                "actions",
                                List.of("recording:play"),
                                "interaction",
                                "call-1",
                                "identifier",
                                "",
                                "fields",
                                List.of())));
    }
}
