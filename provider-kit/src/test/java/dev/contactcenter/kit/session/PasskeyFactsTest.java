package dev.contactcenter.kit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The facts of a passkey")
class PasskeyFactsTest {

    private static final PasskeyFacts SYNCED =
            new PasskeyFacts(true, true, true, "ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4", "platform");

    @Test
    void are_the_same_after_they_were_a_note() {
        assertThat(PasskeyFacts.of(SYNCED.asNote())).contains(SYNCED);
    }

    @Test
    void leave_out_an_attachment_that_the_browser_did_not_tell() {
        assertThat(new PasskeyFacts(true, false, false, "0", "").asMap())
                .isEqualTo(Map.of("uv", "true", "backup_eligible", "false", "backed_up", "false", "aaguid", "0"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "no JSON", "[1]"})
    void are_none_where_the_note_tells_none(String note) {
        assertThat(PasskeyFacts.of(note)).isEmpty();
    }
}
