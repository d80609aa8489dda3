package dev.contactcenter.engine.decision;

import java.time.Duration;

/** An upper bound on a time, or none. */
public sealed interface Bound {

    /** At most this long; never negative. */
    record AtMost(Duration duration) implements Bound {
        public AtMost {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("A bound cannot be negative: " + duration);
            }
        }
    }

    /** No upper bound. */
    record Unbounded() implements Bound {
        private static final Bound NONE = new Unbounded();
    }

    /** No bound. */
    static Bound none() {
        return Unbounded.NONE;
    }

    /** A bound of this length; never negative. */
    static Bound atMost(Duration duration) {
        return new AtMost(duration);
    }

    /** The stricter of the two. */
    default Bound tighter(Bound other) {
        return switch (this) {
            case Unbounded ignored -> other;
            case AtMost mine ->
                switch (other) {
                    case Unbounded ignored -> mine;
                    case AtMost theirs -> mine.duration().compareTo(theirs.duration()) <= 0 ? mine : theirs;
                };
        };
    }

    /** Whether a time of this length stays within the bound. */
    default boolean allows(Duration duration) {
        return switch (this) {
            case Unbounded ignored -> true;
            case AtMost limit -> duration.compareTo(limit.duration()) <= 0;
        };
    }
}
