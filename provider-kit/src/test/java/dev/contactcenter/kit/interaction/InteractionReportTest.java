package dev.contactcenter.kit.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The note of an interaction")
final class InteractionReportTest {

    private static final Instant AT = Instant.parse("2026-11-30T10:00:00.123Z");

    @ParameterizedTest
    @EnumSource(InteractionState.class)
    void tells_all_that_was_told(InteractionState state) {
        var report = new InteractionReport(
                state, "call 4711: {\"a\"}", (1L << 53) - 1, "billing, north", "c-17", AT, AT.plusSeconds(43_200));

        assertThat(InteractionReport.of(report.asNote())).contains(report);
    }

    @Test
    void tells_what_nobody_said_as_nothing() {
        var idle = new InteractionReport(InteractionState.IDLE, "", 0, "", "", AT, AT.plusSeconds(1));

        assertThat(InteractionReport.of(idle.asNote())).contains(idle);
    }

    @Test
    void is_short_because_every_session_holds_one() {
        var live =
                new InteractionReport(InteractionState.LIVE, "call-00012345", 12_345, "", "", AT, AT.plusSeconds(3600));

        assertThat(live.asNote().length()).isLessThan(48);
    }

    @Test
    void would_not_be_read_back_with_a_line_break_in_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InteractionReport(
                        InteractionState.LIVE, "call", 1, "bil\nling", "", AT, AT.plusSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "live",
                "{\"state\":\"live\"}",
                "busy\n1\n1\n1\nid\n\n",
                "live\none!\n1\n1\nid\n\n",
                "live\n1\nzzzzzzzzzzzzzz\n1\nid\n\n",
                "live\n1\n1\n1\nid\n\n\n"
            })
    void tells_nothing_if_it_is_none(String note) {
        assertThat(InteractionReport.of(note)).isEmpty();
    }
}
