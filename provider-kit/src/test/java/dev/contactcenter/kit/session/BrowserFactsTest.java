package dev.contactcenter.kit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a browser says of itself")
class BrowserFactsTest {

    @Test
    void is_told_in_words() {
        Map<String, String> form = Map.of("ccPasskeys", "yes", "ccPlatformAuthenticator", "no");

        assertThat(BrowserFacts.told(BrowserFacts.note(form::get)))
                .isEqualTo(Map.of("passkeys", "yes", "platform_authenticator", "no", "conditional_ui", "unknown"));
    }

    @Test
    void is_unknown_where_it_is_anything_else() {
        assertThat(BrowserFacts.told(BrowserFacts.note(field -> "yes yes yes\n" + "x".repeat(100_000))))
                .isEqualTo(Map.of(
                        "passkeys", "unknown", "platform_authenticator", "unknown", "conditional_ui", "unknown"));
    }

    @Test
    void is_nothing_before_a_form_was_sent() {
        assertThat(BrowserFacts.told((String) null)).isEmpty();
        assertThat(BrowserFacts.told("yes")).isEmpty();
    }
}
