package dev.contactcenter.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.engine.condition.Predicate.ClockField;
import dev.contactcenter.engine.condition.Predicate.Order;
import dev.contactcenter.engine.condition.Predicate.Part;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A predicate")
class QuestionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @MethodSource
    void is_put_to_a_value(Predicate predicate, Object value, boolean holds) {
        assertThat(Questions.holds(predicate, value)).isEqualTo(holds);
    }

    static Stream<Arguments> is_put_to_a_value() {
        var is = new Predicate.Is(Attribute.CLIENT_ID, "desk");
        var isOneOf = new Predicate.IsOneOf(Attribute.CLIENT_ID, Set.of("desk", "phone"));
        var has = new Predicate.Has(Attribute.USER_GROUPS, "/pilot");
        var isTrue = new Predicate.IsTrue(Attribute.SESSION_OFFLINE);
        return Stream.of(
                arguments(is, "desk", true),
                arguments(is, "Desk", false),
                arguments(isOneOf, "phone", true),
                arguments(isOneOf, "", false),
                arguments(holds(Part.START), "desktop", true),
                arguments(holds(Part.START), "a desk", false),
                arguments(holds(Part.END), "a desk", true),
                arguments(holds(Part.END), "desktop", false),
                arguments(holds(Part.ANYWHERE), "two desks", true),
                arguments(holds(Part.ANYWHERE), "two tables", false),
                arguments(has, Set.of("/pilot", "/teams"), true),
                arguments(has, Set.of("/pilot/hotel"), false),
                arguments(isTrue, true, true),
                arguments(isTrue, false, false),
                arguments(new Predicate.IsMissing(Signal.DEVICE, Set.of(Absence.STALE)), "here", false));
    }

    private static Predicate holds(Part part) {
        return new Predicate.Holds(Attribute.CLIENT_ID, part, "desk");
    }

    @ParameterizedTest(name = "{0} the limit: less {1}, equal {2}, more false")
    @CsvSource({"BELOW, true, false", "AT_MOST, true, true", "EQUAL, false, true"})
    void compares_what_can_be_counted(Order order, boolean less, boolean equal) {
        var number = new Predicate.NumberIs(Attribute.ACTION_TIER, order, 2);
        var duration = new Predicate.DurationIs(Attribute.AUTH_AGE, order, FIVE);
        var time = new Predicate.TimeIs(Attribute.NOW, order, NOW);

        answers(number, new Object[] {1L, 2L, 3L}, less, equal);
        answers(number, new Object[] {Long.MIN_VALUE, 2L, Long.MAX_VALUE}, less, equal);
        answers(duration, new Object[] {FIVE.minusNanos(1), FIVE, FIVE.plusNanos(1)}, less, equal);
        answers(time, new Object[] {NOW.minusNanos(1), NOW, NOW.plusNanos(1)}, less, equal);
        answers(time, new Object[] {Instant.MIN, NOW, Instant.MAX}, less, equal);
    }

    private static void answers(Predicate predicate, Object[] values, boolean less, boolean equal) {
        assertThat(Stream.of(values).map(value -> Questions.holds(predicate, value)))
                .containsExactly(less, equal, false);
    }

    @ParameterizedTest(name = "{0} is {1}:{2} on day {3} in Berlin")
    @CsvSource({
        "2026-03-29T00:59:59Z, 1, 59, 0", // the night in which the clock goes forward
        "2026-03-29T01:00:00Z, 3, 0, 0",
        "2026-10-25T00:30:00Z, 2, 30, 0", // the night in which it goes back: half past two comes twice
        "2026-10-25T01:30:00Z, 2, 30, 0",
        "2026-10-25T02:00:00Z, 3, 0, 0",
        "2026-11-22T22:59:59Z, 23, 59, 0",
        "2026-11-22T23:00:00Z, 0, 0, 1",
        "2026-11-28T12:00:00Z, 13, 0, 6"
    })
    void reads_the_clock_on_the_wall(Instant moment, int hours, int minutes, int day) {
        assertThat(Questions.holds(shows(ClockField.HOURS, hours), moment)).isTrue();
        assertThat(Questions.holds(shows(ClockField.MINUTES, minutes), moment)).isTrue();
        assertThat(Questions.holds(shows(ClockField.DAY_OF_WEEK, day), moment)).isTrue();
        assertThat(Questions.holds(shows(ClockField.HOURS, hours + 1), moment)).isFalse();
    }

    private static Predicate shows(ClockField field, long number) {
        return new Predicate.ClockIs(Attribute.NOW, field, BERLIN, Order.EQUAL, number);
    }

    @Test
    void cannot_be_put_to_a_value_of_another_type() {
        assertThatThrownBy(() -> Questions.holds(new Predicate.IsTrue(Attribute.SESSION_OFFLINE), "true"))
                .isInstanceOf(ClassCastException.class);
    }
}
