package dev.contactcenter.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactcenter.engine.request.Evidence.Absence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What a signal told")
class ObservationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void leaves_out_words_that_nobody_understands() {
        var told = new Observation(Map.of(
                Attribute.DEVICE_COMPLIANCE, "quite",
                Attribute.DEVICE_MANAGEMENT, "managed",
                Attribute.DEVICE_ID, "anything"));

        assertThat(told.values())
                .isEqualTo(Map.of(Attribute.DEVICE_MANAGEMENT, "managed", Attribute.DEVICE_ID, "anything"));
    }

    @Test
    void put_together_has_the_stricter_word_of_each() {
        var one = new Observation(Map.of(
                Attribute.DEVICE_ID, "desk",
                Attribute.DEVICE_COMPLIANCE, "noncompliant",
                Attribute.DEVICE_MANAGEMENT, "unknown"));
        var other = new Observation(Map.of(
                Attribute.DEVICE_ID, "desk",
                Attribute.DEVICE_COMPLIANCE, "compliant",
                Attribute.DEVICE_MANAGEMENT, "managed",
                Attribute.DEVICE_EDR, "running"));
        var both = new Observation(Map.of(
                Attribute.DEVICE_ID, "desk",
                Attribute.DEVICE_COMPLIANCE, "noncompliant",
                Attribute.DEVICE_MANAGEMENT, "managed",
                Attribute.DEVICE_EDR, "running"));

        assertThat(Observation.strictest(List.of(one, other))).isEqualTo(both);
        assertThat(Observation.strictest(List.of(other, one))).isEqualTo(both);
        assertThat(Observation.strictest(List.of())).isEqualTo(new Observation(Map.of()));
    }

    @Test
    void put_together_has_the_first_value_that_is_no_word() {
        var one = new Observation(Map.of(Attribute.LOCATION_ASN, 64_496L));
        var other = new Observation(Map.of(Attribute.LOCATION_ASN, 64_511L));

        assertThat(Observation.strictest(List.of(one, other))).isEqualTo(one);
    }

    @ParameterizedTest(name = "observed {0} s before: stale: {1}")
    @CsvSource({"0, false", "60, false", "61, true", "-60, false", "-61, true"})
    void is_stale_when_it_is_too_old_or_too_far_in_the_future(long seconds, boolean stale) {
        assertThat(Evidence.isStale(NOW.minusSeconds(seconds), NOW, Duration.ofMinutes(1)))
                .isEqualTo(stale);
    }

    @ParameterizedTest
    @EnumSource
    void has_values_of_the_type_of_the_attribute(Attribute attribute) {
        Stream.of("text", Set.of("a"), 1L, true, Duration.ZERO, NOW)
                .filter(value -> !attribute.kind().type().isInstance(value))
                .forEach(value -> assertThatThrownBy(() -> new Observation(Map.of(attribute, value)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith(attribute.path() + " is a ")
                        .hasMessageEndingWith(", not a " + value.getClass().getSimpleName()));
    }

    @Test
    void says_what_type_would_be_right() {
        assertThatThrownBy(() -> new Observation(Map.of(Attribute.SESSION_AGE, 5L)))
                .hasMessage("session.age is a Duration, not a Long");
    }

    @Test
    void is_not_provided_unless_it_is() {
        var told = new Evidence.Known<>(new Observation(Map.of()), NOW);
        Facts none = Facts.none(NOW);

        assertThat(none.evidence(Signal.RISK)).isEqualTo(new Evidence.Missing<>(Absence.NOT_PROVIDED));
        assertThat(none.with(Signal.RISK, told).evidence(Signal.RISK)).isEqualTo(told);
        assertThat(none.with(Signal.RISK, told).evidence(Signal.DEVICE))
                .isEqualTo(new Evidence.Missing<>(Absence.NOT_PROVIDED));
        assertThat(none.with(Signal.RISK, told).now()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource
    void is_found_by_its_path(Attribute attribute) {
        assertThat(Attribute.at(attribute.path())).contains(attribute);
        assertThat(attribute.path()).startsWith(attribute.signal().label());
        assertThat(attribute.meaning()).isNotBlank();
        assertThat(attribute.signal().source()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void reads_as_unknown_only_as_a_word_it_could_be(Attribute attribute) {
        attribute
                .readAsUnknown()
                .ifPresent(word -> assertThat(new Observation(Map.of(attribute, word)).values())
                        .containsEntry(attribute, word));
    }

    @Test
    void reads_as_unknown_as_the_strictest_that_it_could_be() {
        assertThat(Attribute.RISK_USER.readAsUnknown()).contains("high");
        assertThat(Attribute.RISK_SESSION.readAsUnknown()).contains("high");
        assertThat(Attribute.NETWORK_ZONE.readAsUnknown()).contains("unknown");
        assertThat(Attribute.DEVICE_COMPLIANCE.readAsUnknown()).contains("unknown");
        assertThat(Attribute.DEVICE_ID.readAsUnknown()).isEmpty();
        assertThat(Attribute.AUTH_PASSKEY.readAsUnknown()).isEmpty();
        assertThat(Attribute.at("device.complaince")).isEmpty();
    }

    @Test
    void is_observed_where_it_comes_from_outside_of_keycloak() {
        assertThat(Stream.of(Signal.values()).filter(Signal::isObserved))
                .containsExactly(Signal.DEVICE, Signal.NETWORK, Signal.LOCATION, Signal.INTERACTION, Signal.RISK);
    }
}
