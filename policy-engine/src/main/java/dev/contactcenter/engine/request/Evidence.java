package dev.contactcenter.engine.request;

import java.time.Instant;
import java.util.Optional;

/**
 * An observed fact, or why it is not there. Absence is a value, so that a rule has to say what it does about it.
 *
 * @param <T> the kind of fact
 */
public sealed interface Evidence<T> {

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
