package dev.contactcenter.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that says why a request was denied. */
@DisplayName("The denial page")
class DeniedPageTest {

    @Test
    void says_why_and_what_to_do_and_quotes_a_code() throws Exception {
        String page = denied("action_not_granted").render();

        assertThat(page)
                .contains("data-page-id=\"login-contact-center-denied\"")
                .contains("<title>You cannot do this</title>")
                .contains("role=\"alert\"><p>What you asked for is not part of your work in this role.</p>")
                .contains("<h2 class=\"cc-heading\">What you can do</h2>")
                .contains("<dd id=\"contact-center-denied-action\">Play a recording</dd>")
                .contains("<dd id=\"contact-center-denied-mode\">Agent</dd>")
                .contains("<dd id=\"contact-center-denied-code\" class=\"cc-code\">7f3c-19ab</dd>")
                .containsPattern(
                        "(?s)<form action=[^>]*method=\"post\">.*name=\"cancel\"[^>]*>Back to the application</button>")
                .doesNotContain("contact-center-denied-reason")
                .doesNotContain("contact-center-denied-sign-out");
    }

    @Test
    void speaks_the_language_of_the_person() throws Exception {
        String page = new LoginPage("contact-center-denied.ftl", "de")
                .with("contactCenterReason", "mode_not_eligible")
                .render();

        assertThat(page).contains("lang=\"de\"").contains("<title>Das ist nicht Ihre Rolle</title>");
    }

    @Test
    void quotes_the_reason_of_a_rule_that_it_has_no_words_for() throws Exception {
        String page = denied("not_offered_here").render();

        assertThat(page)
                .contains("<title>Not possible right now</title>")
                .contains("<dd id=\"contact-center-denied-reason\"><code>not_offered_here</code></dd>");
    }

    @Test
    void says_since_when_a_device_is_silent_and_what_to_do_about_it() throws Exception {
        String page = denied("device_not_compliant")
                .with("contactCenterDevice", device("stale", "Tuesday 14:05 UTC", "2026-11-17T14:05:00Z"))
                .render();

        assertThat(page)
                .contains("<p id=\"contact-center-denied-device-stale\">This computer has not reported since"
                        + "<time datetime=\"2026-11-17T14:05:00Z\">Tuesday 14:05 UTC</time>.</p>")
                .contains("<li>Connect this computer to the company network or the VPN, wait until it has reported,")
                .contains("<li id=\"contact-center-denied-help\">If this page comes back, tell your help desk");
    }

    @Test
    void says_in_german_what_is_wrong_with_a_device() throws Exception {
        String page = new LoginPage("contact-center-denied.ftl", "de")
                .with("contactCenterReason", "device_not_compliant")
                .with("contactCenterDevice", Map.of("findings", List.of("compliance", "edr")))
                .render();

        assertThat(page)
                .contains("Dieser Rechner erfüllt die Sicherheitsregeln Ihrer Firma nicht.")
                .contains("<li>Starten Sie den Rechner neu, damit sein Schutz wieder läuft.</li>")
                .doesNotContain("<script>document");
    }

    private static Map<String, Object> device(String finding, String since, String at) {
        return Map.of("findings", List.of(finding), "since", since, "at", at);
    }

    @Test
    void stands_without_any_detail() throws Exception {
        String page = new LoginPage("contact-center-denied.ftl", "en").render();

        assertThat(page).contains("Not possible right now").doesNotContain("<dt>");
    }

    @Test
    void offers_a_way_to_sign_in_as_someone_else_when_there_is_one() throws Exception {
        String page = denied("mode_not_eligible")
                .with("contactCenterSignOutUrl", "/realms/contact-center/protocol/openid-connect/logout")
                .render();

        assertThat(page).contains("href=\"/realms/contact-center/protocol/openid-connect/logout\">Sign in as someone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "\"onclick=\"x", "${contactCenterCode}", "{0", "x'{1}", "${msg.x}"})
    void shows_a_hostile_action_as_plain_text(String action) throws Exception {
        String page = denied("action_unknown")
                .with("contactCenterAction", action)
                .with("contactCenterMode", action)
                .with("contactCenterReason", action)
                .render();

        String shown = action.replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        assertThat(page).contains("<dd id=\"contact-center-denied-action\"><code>" + shown + "</code></dd>");
        assertThat(page).doesNotContain("<script>alert").doesNotContain("<code>7f3c");
    }

    private static LoginPage denied(String reason) {
        return new LoginPage("contact-center-denied.ftl", "en")
                .with("contactCenterReason", reason)
                .with("contactCenterAction", "recording:play")
                .with("contactCenterMode", "agent")
                .with("contactCenterCode", "7f3c-19ab");
    }
}
