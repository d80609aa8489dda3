package dev.contactcenter.kit.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A setting with a closed set of answers")
class SettingTest {

    private enum Answer {
        STEP_UP,
        DENY
    }

    private final Setting<Answer> setting =
            Setting.choice("onMissing", "If it is missing", "What happens.", Answer.class, Answer.DENY);

    @Test
    void reads_what_the_console_offers() {
        assertThat(setting.options()).containsExactly("step-up", "deny");
        assertThat(setting.from(Map.of("onMissing", " step-up "))).isEqualTo(Answer.STEP_UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void takes_the_default_where_nothing_is_stored(String stored) {
        assertThat(setting.from(Map.of())).isEqualTo(Answer.DENY);
        assertThat(setting.from(Map.of("onMissing", stored))).isEqualTo(Answer.DENY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "STEP_UP", "stepup"})
    void never_takes_the_default_for_what_it_cannot_read(String stored) {
        Map<String, String> config = Map.of("onMissing", stored);

        assertThatThrownBy(() -> setting.from(config))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("Setting 'onMissing' cannot be used: '" + stored + "' is not one of step-up, deny");
    }

    @Test
    void hands_out_a_property_that_a_caller_cannot_spoil() {
        setting.toProperty().setDefaultValue("allow");

        assertThat(setting.toProperty().getDefaultValue()).isEqualTo("deny");
    }
}
