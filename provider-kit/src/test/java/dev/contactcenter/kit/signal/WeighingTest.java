package dev.contactcenter.kit.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.signal.SignalSourceFactory.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What several sources tell of a device")
final class WeighingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Instant FRESH = NOW.minusSeconds(60);
    private static final Instant OLD = NOW.minus(Duration.ofHours(2));

    @Test
    void is_what_the_stricter_of_them_says() {
        Evidence<Observation> evidence = weigh(List.of(
                told("registry", FRESH, posture("noncompliant", "managed")),
                told("token", NOW, posture("compliant", "managed"))));

        assertThat(evidence).isEqualTo(new Evidence.Known<>(posture("noncompliant", "managed"), FRESH));
    }

    @Test
    void is_what_one_knows_where_the_other_does_not() {
        Evidence<Observation> evidence = weigh(List.of(
                told("registry", FRESH, posture("unknown", "managed")),
                told("token", NOW, posture("compliant", "unknown"))));

        assertThat(evidence).isEqualTo(new Evidence.Known<>(posture("compliant", "managed"), FRESH));
    }

    @Test
    void is_as_fresh_as_the_posture_and_not_as_the_certificate_that_names_the_device() {
        Evidence<Observation> evidence = weigh(
                List.of(told("certificate", NOW, id()), told("registry", FRESH, posture("compliant", "managed"))));

        assertThat(evidence).isEqualTo(new Evidence.Known<>(posture("compliant", "managed"), FRESH));
    }

    @Test
    void is_missing_once_one_of_them_fails_whatever_the_other_says() {
        Evidence<Observation> evidence = weigh(List.of(
                failed("registry", Absence.SOURCE_FAILED), told("token", NOW, posture("compliant", "managed"))));

        assertThat(evidence)
                .isEqualTo(new Evidence.Missing<>(
                        Absence.SOURCE_FAILED,
                        Optional.of(new Evidence.Known<>(posture("compliant", "managed"), NOW))));
    }

    @Test
    void is_nothing_at_all_once_one_is_forged() {
        Report earlier = new Report("token", posture("compliant", "managed"), FRESH);

        Evidence<Observation> evidence = new Weighing(
                        List.of(
                                failed("token", Absence.MALFORMED),
                                told("registry", NOW, posture("compliant", "managed"))),
                        List.of(earlier))
                .evidence();

        assertThat(evidence).isEqualTo(new Evidence.Missing<Observation>(Absence.MALFORMED));
    }

    @Test
    void is_stale_with_what_was_known_last_if_nobody_reported_lately() {
        Evidence<Observation> evidence =
                weigh(List.of(told("certificate", NOW, id()), told("registry", OLD, posture("compliant", "managed"))));

        assertThat(evidence)
                .isEqualTo(new Evidence.Missing<>(
                        Absence.STALE, Optional.of(new Evidence.Known<>(posture("compliant", "managed"), OLD))));
    }

    @Test
    void stays_known_if_one_is_stale_and_the_other_is_not() {
        Evidence<Observation> evidence = weigh(List.of(
                told("registry", OLD, posture("noncompliant", "managed")),
                told("token", FRESH, posture("compliant", "managed"))));

        assertThat(evidence).isEqualTo(new Evidence.Known<>(posture("compliant", "managed"), FRESH));
    }

    @Test
    void is_no_fresher_for_coming_from_the_future() {
        Instant ahead = NOW.plus(QUARTER).plusSeconds(1);
        Observation compliant = posture("compliant", "managed");

        assertThat(weigh(List.of(told("token", ahead, compliant))))
                .isEqualTo(new Evidence.Missing<>(Absence.STALE, Optional.of(new Evidence.Known<>(compliant, ahead))));
    }

    @Test
    void is_remembered_by_the_session_until_it_is_stale() {
        Report earlier = new Report("token", posture("compliant", "managed"), FRESH);
        Report longAgo = new Report("token", posture("compliant", "managed"), OLD);

        assertThat(new Weighing(List.of(silent("token")), List.of(earlier)).evidence())
                .isEqualTo(earlier.asEvidence());
        assertThat(new Weighing(List.of(silent("token")), List.of(longAgo)).evidence())
                .isEqualTo(new Evidence.Missing<>(Absence.STALE, Optional.of(longAgo.asEvidence())));
    }

    @Test
    void is_what_a_source_told_last_even_if_something_older_is_shown_after_it() {
        Report later = new Report("token", posture("noncompliant", "managed"), NOW.minusSeconds(30));

        Evidence<Observation> evidence =
                new Weighing(List.of(told("token", FRESH, posture("compliant", "managed"))), List.of(later)).evidence();

        assertThat(evidence).isEqualTo(later.asEvidence());
    }

    @Test
    void is_not_what_a_source_said_that_is_not_in_use_any_more() {
        Report earlier = new Report("removed", posture("compliant", "managed"), FRESH);

        Evidence<Observation> evidence = new Weighing(List.of(silent("token")), List.of(earlier)).evidence();

        assertThat(evidence).isEqualTo(new Evidence.Missing<>(Absence.STALE, Optional.of(earlier.asEvidence())));
    }

    @Test
    void is_stale_once_nobody_has_shown_for_long_which_device_it_is_however_fresh_the_registry() {
        Observation compliant = posture("compliant", "managed");
        List<Answer> answers = List.of(
                answer("certificate", Turn.IDENTIFIES_THE_DEVICE, new Telling.Silent()),
                answer("registry", Turn.DESCRIBES_THE_DEVICE, new Telling.Told(compliant, FRESH)));

        assertThat(new Weighing(answers, List.of(new Report("certificate", id(), FRESH))).evidence())
                .isEqualTo(new Evidence.Known<>(compliant, FRESH));
        assertThat(new Weighing(answers, List.of(new Report("certificate", id(), OLD))).evidence())
                .isEqualTo(new Evidence.Missing<>(Absence.STALE, Optional.of(new Evidence.Known<>(compliant, FRESH))));
    }

    @Test
    void is_not_provided_if_all_are_silent() {
        assertThat(weigh(List.of(silent("token"), silent("certificate"))))
                .isEqualTo(new Evidence.Missing<Observation>(Absence.NOT_PROVIDED));
    }

    @Test
    void is_as_strict_when_all_have_fallen_silent_as_while_they_spoke() {
        Instant older = OLD.minusSeconds(60);
        Evidence<Observation> evidence = weigh(List.of(
                told("registry", older, posture("noncompliant", "managed")),
                told("token", OLD, posture("compliant", "managed"))));

        assertThat(evidence)
                .isEqualTo(new Evidence.Missing<>(
                        Absence.STALE, Optional.of(new Evidence.Known<>(posture("noncompliant", "managed"), OLD))));
    }

    @Test
    void is_no_longer_what_the_same_source_has_taken_back() {
        Report before = new Report("token", posture("noncompliant", "managed"), OLD.minusSeconds(60));
        Evidence<Observation> evidence =
                new Weighing(List.of(told("token", OLD, posture("compliant", "managed"))), List.of(before)).evidence();

        assertThat(evidence)
                .isEqualTo(new Evidence.Missing<>(
                        Absence.STALE, Optional.of(new Evidence.Known<>(posture("compliant", "managed"), OLD))));
    }

    @Test
    void is_nothing_for_a_session_that_began_without_a_device() {
        Answer late = answer("token", new Telling.Told(posture("compliant", "managed"), NOW))
                .tooLate();

        assertThat(weigh(List.of(late))).isEqualTo(new Evidence.Missing<Observation>(Absence.NOT_PROVIDED));
        assertThat(late.trace().map(Trace::detail))
                .containsExactly("the session began without a device; sign in again to show one");
    }

    @Test
    void comes_back_from_a_note_as_it_was() {
        List<Report> reports = List.of(
                new Report("token", posture("compliant", "managed"), FRESH), new Report("certificate", id(), NOW));

        assertThat(Report.read(Report.write(reports))).isEqualTo(reports);
    }

    @Test
    void comes_back_from_a_note_of_an_earlier_server() {
        String note = "[{\"at\":\"" + NOW + "\",\"device.id\":\"d-1\",\"source\":\"certificate\"}]";

        assertThat(Report.read(note))
                .containsExactly(new Report("certificate", new Observation(Map.of(Attribute.DEVICE_ID, "d-1")), NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[1]", "[{\"at\":\"yesterday\"}]", "not json", "[null]"})
    void is_nothing_where_the_note_cannot_be_read(String note) {
        assertThat(Report.read(note)).isEmpty();
    }

    private static Evidence<Observation> weigh(List<Answer> answers) {
        return new Weighing(answers, List.of()).evidence();
    }

    private static Answer told(String source, Instant at, Observation observation) {
        return answer(source, new Telling.Told(observation, at));
    }

    private static Answer failed(String source, Absence why) {
        return answer(source, new Telling.Failed(why, "it broke"));
    }

    private static Answer silent(String source) {
        return answer(source, new Telling.Silent());
    }

    private static Answer answer(String source, Telling telling) {
        return answer(source, Turn.ANY, telling);
    }

    private static Answer answer(String source, Turn turn, Telling telling) {
        return new Answer(Signal.DEVICE, turn, source, QUARTER, NOW, telling);
    }

    private static Observation id() {
        return new Observation(Map.of(Attribute.DEVICE_ID, "desk-1"));
    }

    private static Observation posture(String compliance, String management) {
        Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
        values.put(Attribute.DEVICE_ID, "desk-1");
        values.put(Attribute.DEVICE_COMPLIANCE, compliance);
        values.put(Attribute.DEVICE_MANAGEMENT, management);
        return new Observation(values);
    }
}
