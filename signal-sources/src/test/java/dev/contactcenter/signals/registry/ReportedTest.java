package dev.contactcenter.signals.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.device.RegisteredDevice.Origin;
import dev.contactcenter.kit.signal.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was reported of a device")
final class ReportedTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant RECENT = NOW.minusSeconds(60);
    private static final Instant EARLIER = NOW.minusSeconds(600);
    private static final Instant YESTERDAY = NOW.minusSeconds(86_400);

    @Test
    void counts_with_the_stricter_word_and_as_old_as_the_older() {
        Telling.Told told =
                told(Map.of(Origin.FEED, device("noncompliant", EARLIER), Origin.SIGNAL, device("compliant", RECENT)));

        assertThat(compliance(told)).isEqualTo("noncompliant");
        assertThat(told.observedAt()).isEqualTo(EARLIER);
    }

    @Test
    void is_not_loosened_by_a_signal_that_knows_nothing() {
        assertThat(compliance(told(
                        Map.of(Origin.FEED, device("compliant", RECENT), Origin.SIGNAL, device("unknown", RECENT)))))
                .isEqualTo("compliant");
    }

    @Test
    void does_not_count_when_it_is_stale_and_something_else_is_fresh() {
        Telling.Told told = told(
                Map.of(Origin.FEED, device("compliant", YESTERDAY), Origin.SIGNAL, device("noncompliant", RECENT)));

        assertThat(compliance(told)).isEqualTo("noncompliant");
        assertThat(told.observedAt()).isEqualTo(RECENT);
    }

    @Test
    void is_told_with_its_age_when_all_of_it_is_stale() {
        assertThat(told(Map.of(Origin.FEED, device("compliant", YESTERDAY))).observedAt())
                .isEqualTo(YESTERDAY);
    }

    @Test
    void by_hand_counts_alone_and_now() {
        Telling.Told told = told(
                Map.of(Origin.BY_HAND, device("compliant", YESTERDAY), Origin.FEED, device("noncompliant", RECENT)));

        assertThat(compliance(told)).isEqualTo("compliant");
        assertThat(told.observedAt()).isEqualTo(NOW);
    }

    private static Object compliance(Telling.Told told) {
        return String.valueOf(told.observation().value(Attribute.DEVICE_COMPLIANCE));
    }

    private static Telling.Told told(Map<Origin, Device> reports) {
        return Reported.of(new RegisteredDevice("desk", reports, Set.of(), NOW), NOW, Duration.ofHours(1));
    }

    private static Device device(String compliance, Instant observedAt) {
        return new Device(
                "desk",
                "",
                new Observation(Map.of(Attribute.DEVICE_ID, "desk", Attribute.DEVICE_COMPLIANCE, compliance)),
                "",
                observedAt,
                "test");
    }
}
