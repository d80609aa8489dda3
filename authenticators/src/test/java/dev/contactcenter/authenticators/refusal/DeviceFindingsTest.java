package dev.contactcenter.authenticators.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a person is told about the device")
class DeviceFindingsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T13:05:00Z");

    @Test
    void is_what_is_wrong_with_it() {
        var told = new Observation(Map.of(
                Attribute.DEVICE_COMPLIANCE, "noncompliant",
                Attribute.DEVICE_MANAGEMENT, "managed",
                Attribute.DEVICE_EDR, "stopped"));

        assertThat(findings(new Evidence.Known<>(told, NOW), Map.of()))
                .isEqualTo(new DeviceFindings(List.of("compliance", "edr"), Optional.of(NOW)));
    }

    @Test
    void is_since_when_it_is_silent_whoever_takes_it_for_stale() {
        var last = new Evidence.Known<>(new Observation(Map.of(Attribute.DEVICE_COMPLIANCE, "compliant")), TUESDAY);
        var silent = new DeviceFindings(List.of("stale"), Optional.of(TUESDAY));

        assertThat(findings(last, Map.of(Attribute.DEVICE_COMPLIANCE, Absence.STALE)))
                .isEqualTo(silent);
        assertThat(findings(new Evidence.Missing<>(Absence.STALE, Optional.of(last)), Map.of()))
                .isEqualTo(silent);
    }

    @Test
    void is_that_nothing_is_known() {
        assertThat(findings(new Evidence.Missing<>(Absence.NOT_PROVIDED), Map.of()))
                .isEqualTo(new DeviceFindings(List.of("not_provided"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00:00Z, en, Tuesday 14:05 CET",
        "2026-11-20T10:00:00Z, de, Dienstag 14:05 MEZ",
        "2026-12-20T10:00:00Z, en, 'November 17, 2026'",
        "2026-12-20T10:00:00Z, de, 17. November 2026"
    })
    void names_the_moment_as_people_do(Instant now, String language, String said) {
        assertThat(Weekday.of(TUESDAY, now, ZoneId.of("Europe/Berlin"), Locale.of(language)))
                .isEqualTo(said);
    }

    @Test
    void names_a_moment_to_come_by_a_clock_that_runs_ahead() {
        assertThat(Weekday.of(NOW.plus(Duration.ofMinutes(5)), NOW, ZoneId.of("UTC"), Locale.ENGLISH))
                .isEqualTo("Friday 10:05 UTC");
    }

    private static DeviceFindings findings(Evidence<Observation> evidence, Map<Attribute, Absence> missing) {
        var told = new Grounds.Told("r1", Set.of(), Set.of(), Set.of(), List.of(), List.of(), false, missing, Set.of());
        return DeviceFindings.of(Facts.none(NOW).with(Signal.DEVICE, evidence), told);
    }
}
