package dev.contactcenter.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page on which somebody waits for an approval, and what the approver is shown. */
@DisplayName("The approval page")
class ApprovalPageTest {

    @Test
    void shows_the_code_to_tell_and_what_it_is_about() throws Exception {
        String page = new LoginPage("contact-center-approval.ftl", "en")
                .with("contactCenterCode", "BCDF-GHJK")
                .with("contactCenterNews", "waiting")
                .with("contactCenterDetails", details("call-1"))
                .render();

        assertThat(page)
                .contains("<title>Somebody else has to approve</title>")
                .contains("class=\"cc-code\">BCDF-GHJK</p>")
                .contains("<dd class=\"cc-code\">call-1</dd>")
                .contains("role=\"status\">Not approved yet.");
    }

    @Test
    void shows_the_approver_who_waits_what_for_and_why_as_plain_text() throws Exception {
        String page = new LoginPage("contact-center-justification.ftl", "de")
                .with("contactCenterLeast", 10)
                .with("contactCenterMost", 500)
                .with("contactCenterDetails", details("call-1"))
                .with(
                        "contactCenterApproves",
                        List.of(Map.of(
                                "who", "supervisor", "actions", List.of("recording:play"), "why", "<b>because</b>")))
                .render();

        assertThat(page)
                .contains(
                        "<dt>Angefragt von</dt>", "<dd>supervisor</dd>", "<dt>Wofür</dt>", "&lt;b&gt;because&lt;/b&gt;")
                .doesNotContain("<b>because");
    }

    private static List<Map<String, Object>> details(String call) {
        return List.of(Map.of(
                "actions", List.of("recording:play"), "interaction", call, "identifier", "", "fields", List.of()));
    }
}
