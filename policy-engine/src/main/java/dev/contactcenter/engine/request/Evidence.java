package dev.contactcenter.engine.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An observed fact, or why it is not there. Absence is a value, so that a rule has to say what it does about it.
 *
 * @param <T> the kind of fact
 */
public sealed interface Evidence<T> {

    /**
     * Whether something was observed too long ago to count. What a clock that runs ahead told from further in the future than it
     * may be old is no fresher for that.
     *
     * @param maxAge how old it may be
     */
    static boolean isStale(Instant observedAt, Instant now, Duration maxAge) {
        return Duration.between(observedAt, now).abs().compareTo(maxAge) > 0;
    }

    /**
     * A fact and the moment at which it was observed.
     *
     * @param observedAt as the source tells it, not when it was read
     */
    record Known<T>(T value, Instant observedAt) implements Evidence<T> {}

    /**
     * No fact.
     *
     * @param lastKnown what was known last, which a policy can let count for a while; nothing if nothing ever was, or if what was
     *     shown is a sign of forgery
     */
    record Missing<T>(Absence why, Optional<Known<T>> lastKnown) implements Evidence<T> {

        /** Nothing was known before. */
        public Missing(Absence why) {
            this(why, Optional.empty());
        }
    }

    /** Why a fact is not there. */
    enum Absence {
        NOT_PROVIDED,
        STALE,
        MALFORMED,
        SOURCE_FAILED
    }
}
