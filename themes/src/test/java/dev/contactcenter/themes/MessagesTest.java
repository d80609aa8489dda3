package dev.contactcenter.themes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the pages, in every language of the realm. */
@DisplayName("The messages")
class MessagesTest {

    private static final Path REALM = Path.of("../realm-exports/contact-center-realm.json");
    private static final List<String> REASONS = List.of(
            "action_unknown",
            "action_not_granted",
            "mode_unknown",
            "mode_not_eligible",
            "several_modes_requested",
            "mode_not_chosen",
            "mode_not_offered",
            "no_valid_policy",
            "assurance_unreachable",
            "passkey_not_device_bound",
            "platform_enrolment_on_shared_device",
            "passkey_not_verified",
            "passkey_not_enrolled",
            "recording_download_not_offered",
            "device_not_compliant",
            "device_posture_missing",
            "device_revoked",
            "risk_too_high",
            "not_in_wrap_up",
            "not_at_night",
            "justification_missing",
            "approval_missing",
            "approval_of_own_request",
            "approval_not_open",
            "other");

    @Test
    void are_complete_in_every_language_of_the_realm() throws IOException {
        var languages = new ArrayList<String>();
        new ObjectMapper()
                .readTree(REALM.toFile())
                .get("supportedLocales")
                .forEach(language -> languages.add(language.asText()));

        assertThat(languages).containsExactlyInAnyOrder("en", "de");
        for (String language : languages) {
            assertThat(messages(language).keySet()).isEqualTo(messages("en").keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void explain_every_reason_with_a_title_a_why_and_a_way_on(String language) throws IOException {
        var messages = messages(language);

        for (String reason : REASONS) {
            assertThat(messages.stringPropertyNames())
                    .contains(
                            "contactCenterDenied_" + reason + "_title",
                            "contactCenterDenied_" + reason + "_why",
                            "contactCenterDenied_" + reason + "_what");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void tell_of_an_ended_session_why_and_how_long_it_was(String language) throws IOException {
        var messages = messages(language);

        assertThat(messages.stringPropertyNames()).contains("contactCenterSessionEnded_other");
        for (String reason : List.of("session_max_reached", "session_idle_reached")) {
            for (String length : List.of("", "_minute", "_minutes", "_hour", "_hours")) {
                String key = "contactCenterSessionEnded_" + reason + length;
                assertThat(messages.getProperty(key))
                        .as(key)
                        .satisfies(text -> assertThat(text.contains("{0}")).isEqualTo(length.endsWith("s")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void name_every_action_and_mode_of_the_realm(String language) throws IOException {
        var messages = messages(language);

        for (var scope : new ObjectMapper().readTree(REALM.toFile()).get("clientScopes")) {
            String name = scope.get("name").asText();
            if (name.startsWith("mode:")) {
                assertThat(messages.stringPropertyNames())
                        .contains(
                                "contactCenterMode_" + name.substring(5),
                                "contactCenterModeAbout_" + name.substring(5));
            } else if (name.contains(":")) {
                String suffix = name.replace(':', '_');
                assertThat(messages.stringPropertyNames())
                        .contains("contactCenterAction_" + suffix, "contactCenterStepUp_" + suffix);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void say_something_and_keep_it_when_formatted(String language) throws IOException {
        messages(language).forEach((key, text) -> {
            assertThat((String) text).as((String) key).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat((String) text, Locale.of(language)).format(new Object[] {"5"}))
                    .as((String) key)
                    .isEqualTo(((String) text).replace("{0}", "5"));
        });
    }

    private static Properties messages(String language) throws IOException {
        return new ContactCenterPages().getMessages("messages", Locale.of(language));
    }
}
