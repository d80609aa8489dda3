package dev.contactcenter.signals.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.signals.texts.TextKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The key of a text")
final class TextKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"CC-1", "cc-1 ", " cc-1", "c\u00e7-1", "cc\u20111"})
    void is_another_one_for_whatever_a_database_may_take_for_the_same(String other) {
        assertThat(TextKey.of(other)).isNotEqualToIgnoringCase(TextKey.of("cc-1"));
    }

    @Test
    void is_sha_256_in_hex() {
        assertThat(TextKey.of("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .hasSize(TextKey.LENGTH);
    }

    @Test
    void of_a_reporter_tells_apart_where_its_name_ends() {
        assertThat(DeviceWords.key(Reporter.feed("hub", "intune")))
                .isNotEqualTo(DeviceWords.key(Reporter.feed("hubintune", "")))
                .isNotEqualTo(DeviceWords.key(Reporter.feed("hub", "")));
        assertThat(DeviceWords.key(Reporter.feed("administrator", "")))
                .isNotEqualTo(DeviceWords.key(Reporter.administrator()));
    }

    @Test
    void of_what_is_kept_by_hand_outlives_a_new_name() {
        assertThat(DeviceWords.key(Reporter.byHand("desk"))).isEqualTo(DeviceWords.key(Reporter.byHand("kiosk")));
    }
}
