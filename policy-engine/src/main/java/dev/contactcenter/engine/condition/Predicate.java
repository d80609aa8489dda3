package dev.contactcenter.engine.condition;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/** One question about one attribute that is answered by yes or no, or cannot be answered while the attribute is missing. */
public sealed interface Predicate {

    /** The attribute is exactly this text. */
    record Is(Attribute attribute, String text) implements Predicate {}

    /** The attribute is one of these texts. */
    record IsOneOf(Attribute attribute, Set<String> texts) implements Predicate {
        public IsOneOf {
            texts = Set.copyOf(texts);
        }
    }

    /** The attribute begins with, ends with or contains a text. */
    record Holds(Attribute attribute, Part part, String text) implements Predicate {}

    /** Where a text is looked for. */
    enum Part {
        START,
        END,
        ANYWHERE
    }

    /** The set of texts has this one. */
    record Has(Attribute attribute, String member) implements Predicate {}

    /** The attribute is true. */
    record IsTrue(Attribute attribute) implements Predicate {}

    /** The number is below, at most or equal to the limit. */
    record NumberIs(Attribute attribute, Order order, long limit) implements Predicate {}

    /** The duration is below, at most or equal to the limit. */
    record DurationIs(Attribute attribute, Order order, Duration limit) implements Predicate {}

    /** The moment is before, at the latest or equal to the limit. */
    record TimeIs(Attribute attribute, Order order, Instant limit) implements Predicate {}

    /** What a clock or calendar on the wall of that zone shows is below, at most or equal to the limit. */
    record ClockIs(Attribute attribute, ClockField field, ZoneId zone, Order order, long limit) implements Predicate {}

    /** What can be read from a clock or calendar, counted as CEL counts it. */
    enum ClockField {
        /** 0 to 23. */
        HOURS,
        /** 0 to 59. */
        MINUTES,
        /** 0 is Sunday, 6 is Saturday. */
        DAY_OF_WEEK
    }

    /** The three comparisons that, with not, make all six. */
    enum Order {
        BELOW,
        AT_MOST,
        EQUAL
    }

    /**
     * The user belongs to the first so many percent of a cohort; a service never does. It is the same for the same user and
     * cohort everywhere and for ever: see {@link Cohort}.
     *
     * @param percent 0 to 100
     */
    record InCohort(String cohort, int percent) implements Predicate {
        public InCohort {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("A share is 0 to 100 percent, not " + percent);
            }
        }
    }

    /** The signal is missing for one of these reasons. It can always be answered. */
    record IsMissing(Signal signal, Set<Absence> why) implements Predicate {
        public IsMissing {
            why = Set.copyOf(why);
        }
    }
}
