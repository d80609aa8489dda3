package dev.contactcenter.signals.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.kit.signal.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private static final Reporter MANAGEMENT = Reporter.feed("management", "");
    private static final Reporter AGENT = Reporter.signal("agent");

    @Test
    void counts_with_the_stricter_word_and_as_old_as_the_older() {
        Telling.Told told = told(device(MANAGEMENT, "noncompliant", EARLIER), device(AGENT, "compliant", RECENT));

        assertThat(compliance(told)).isEqualTo("noncompliant");
        assertThat(told.observedAt()).isEqualTo(EARLIER);
    }

    @Test
    void by_one_feed_is_not_loosened_by_another_nor_by_another_mapping_of_the_same() {
        Device complaint = device(Reporter.feed("hub", "intune"), "noncompliant", EARLIER);

        assertThat(compliance(told(complaint, device(Reporter.feed("inventory", ""), "compliant", RECENT))))
                .isEqualTo("noncompliant");
        assertThat(compliance(told(complaint, device(Reporter.feed("hub", "osquery"), "compliant", RECENT))))
                .isEqualTo("noncompliant");
    }

    @Test
    void is_not_loosened_by_a_signal_that_knows_nothing() {
        assertThat(compliance(told(device(MANAGEMENT, "compliant", RECENT), device(AGENT, "unknown", RECENT))))
                .isEqualTo("compliant");
    }

    @Test
    void does_not_count_when_it_is_stale_and_something_else_is_fresh() {
        Telling.Told told = told(device(MANAGEMENT, "compliant", YESTERDAY), device(AGENT, "noncompliant", RECENT));

        assertThat(compliance(told)).isEqualTo("noncompliant");
        assertThat(told.observedAt()).isEqualTo(RECENT);
    }

    @Test
    void by_an_event_holds_until_another_event_says_otherwise() {
        Reporter events = Reporter.events("posture");
        Device good = device(AGENT, "compliant", RECENT);

        Telling.Told told = told(device(events, "noncompliant", YESTERDAY), good);
        assertThat(compliance(told)).isEqualTo("noncompliant");
        assertThat(told.observedAt()).isEqualTo(RECENT);
        assertThat(compliance(told(device(events, "compliant", EARLIER), good))).isEqualTo("compliant");
        assertThat(told(device(events, "compliant", YESTERDAY)).observedAt())
                .as("what was good once is not good for ever")
                .isEqualTo(YESTERDAY);
    }

    @Test
    void is_told_with_its_age_when_all_of_it_is_stale() {
        assertThat(told(device(MANAGEMENT, "compliant", YESTERDAY)).observedAt())
                .isEqualTo(YESTERDAY);
    }

    @Test
    void by_hand_counts_alone_and_now() {
        Telling.Told told = told(
                device(Reporter.byHand("desk"), "compliant", YESTERDAY), device(MANAGEMENT, "noncompliant", RECENT));

        assertThat(compliance(told)).isEqualTo("compliant");
        assertThat(told.observedAt()).isEqualTo(NOW);
    }

    private static Object compliance(Telling.Told told) {
        return String.valueOf(told.observation().value(Attribute.DEVICE_COMPLIANCE));
    }

    private static Telling.Told told(Device... reports) {
        return Reported.of(new RegisteredDevice("desk", List.of(reports), Set.of(), NOW), NOW, Duration.ofHours(1));
    }

    private static Device device(Reporter reporter, String compliance, Instant observedAt) {
        return new Device(
                "desk",
                "",
                new Observation(Map.of(Attribute.DEVICE_ID, "desk", Attribute.DEVICE_COMPLIANCE, compliance)),
                "",
                observedAt,
                reporter);
    }
}
