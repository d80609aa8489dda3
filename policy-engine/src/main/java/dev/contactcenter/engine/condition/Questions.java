package dev.contactcenter.engine.condition;

import dev.contactcenter.engine.condition.Predicate.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Set;

/** Puts a predicate to a value. */
public final class Questions {

    private Questions() {}

    /**
     * Whether a predicate is true of a value of its attribute.
     *
     * @param value of the Java type that the attribute's kind names
     * @throws ClassCastException if the predicate cannot be put to such a value: a compiler that lets this through is broken
     */
    public static boolean holds(Predicate predicate, Object value) {
        return of(predicate).test(value);
    }

    /** The same, ready to be put to many values. */
    public static java.util.function.Predicate<Object> of(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Is is -> value -> is.text().equals(value);
            case Predicate.IsOneOf one -> value -> one.texts().contains((String) value);
            case Predicate.Holds part -> value -> holds(part, (String) value);
            case Predicate.Has has -> value -> ((Set<?>) value).contains(has.member());
            case Predicate.IsTrue ignored -> value -> (Boolean) value;
            case Predicate.NumberIs number ->
                value -> ordered(number.order(), Long.compare((Long) value, number.limit()));
            case Predicate.DurationIs is -> value -> ordered(is.order(), ((Duration) value).compareTo(is.limit()));
            case Predicate.TimeIs is -> value -> ordered(is.order(), ((Instant) value).compareTo(is.limit()));
            case Predicate.ClockIs clock ->
                value -> ordered(clock.order(), Long.compare(shown(clock, (Instant) value), clock.limit()));
            case Predicate.InCohort share -> value -> Cohort.isIn(share, (String) value);
            case Predicate.IsMissing ignored -> value -> false;
        };
    }

    private static boolean holds(Predicate.Holds holds, String value) {
        return switch (holds.part()) {
            case START -> value.startsWith(holds.text());
            case END -> value.endsWith(holds.text());
            case ANYWHERE -> value.contains(holds.text());
        };
    }

    private static boolean ordered(Order order, int comparison) {
        return switch (order) {
            case BELOW -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case EQUAL -> comparison == 0;
        };
    }

    private static long shown(Predicate.ClockIs clock, Instant moment) {
        ZonedDateTime there = moment.atZone(clock.zone());
        return switch (clock.field()) {
            case HOURS -> there.getHour();
            case MINUTES -> there.getMinute();
            // CEL counts from Sunday as 0, java.time from Monday as 1.
            case DAY_OF_WEEK -> there.getDayOfWeek().getValue() % 7;
        };
    }
}
