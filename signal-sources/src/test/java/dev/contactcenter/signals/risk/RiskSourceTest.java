package dev.contactcenter.signals.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.risk.RiskLevel;
import dev.contactcenter.kit.risk.RiskReport;
import dev.contactcenter.kit.signal.Telling;
import dev.contactcenter.signals.risk.RiskSettings.Quiet;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A source of risks")
class RiskSourceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final RiskReport MEDIUM = new RiskReport(RiskLevel.MEDIUM, NOW.minusSeconds(60));
    private static final RiskReport HIGH = new RiskReport(RiskLevel.HIGH, NOW.minusSeconds(10));

    private static Telling tell(Quiet quiet, Optional<RiskReport> user, Optional<RiskReport> session) {
        return new RiskSource(quiet, Duration.ZERO, Duration.ofSeconds(1)).telling(user, session, NOW);
    }

    @Test
    void tells_both_levels_as_old_as_the_older() {
        assertThat(tell(Quiet.UNKNOWN, Optional.of(MEDIUM), Optional.of(HIGH)))
                .isEqualTo(new Telling.Told(
                        new Observation(Map.of(Attribute.RISK_USER, "medium", Attribute.RISK_SESSION, "high")),
                        MEDIUM.observedAt()));
    }

    @Test
    void takes_silence_for_nothing_known_unless_it_is_told_otherwise() {
        assertThat(tell(Quiet.UNKNOWN, Optional.empty(), Optional.empty())).isEqualTo(new Telling.Silent());
        assertThat(tell(Quiet.UNKNOWN, Optional.of(HIGH), Optional.empty()))
                .isEqualTo(new Telling.Told(new Observation(Map.of(Attribute.RISK_USER, "high")), HIGH.observedAt()));
        assertThat(tell(Quiet.LOW, Optional.empty(), Optional.of(HIGH)))
                .isEqualTo(new Telling.Told(
                        new Observation(Map.of(Attribute.RISK_USER, "low", Attribute.RISK_SESSION, "high")),
                        HIGH.observedAt()));
    }

    @ParameterizedTest(name = "{0} seconds later at {1} after {2}: {3}")
    @CsvSource({
        "1, LOW, HIGH, true",
        "0, HIGH, MEDIUM, true",
        "0, HIGH, HIGH, false",
        "0, LOW, HIGH, false",
        "-1, HIGH, LOW, false"
    })
    void a_report_replaces_an_older_one_and_of_the_same_moment_a_lower_one(
            long later, RiskLevel level, RiskLevel known, boolean replaces) {
        assertThat(new RiskReport(level, NOW.plusSeconds(later)).replaces(new RiskReport(known, NOW)))
                .isEqualTo(replaces);
    }

    @Test
    void a_report_is_read_back_as_it_was_noted() {
        assertThat(RiskReport.of(HIGH.asNote())).contains(HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "high", "high yesterday", "extreme 2026-11-23T09:30:00Z", " 2026-11-23T09:30:00Z"})
    void anything_else_in_a_note_is_no_report(String note) {
        assertThat(RiskReport.of(note)).isEmpty();
    }
}
