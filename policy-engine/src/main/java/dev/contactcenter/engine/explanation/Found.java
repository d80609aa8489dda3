package dev.contactcenter.engine.explanation;

import dev.contactcenter.engine.request.Evidence.Absence;
import java.time.Instant;

/** What a request has for an attribute, or for a signal. */
public sealed interface Found {

    /**
     * A value.
     *
     * @param value of the type that the attribute's kind names; of a signal, its observation
     */
    record Value(Object value) implements Found {}

    /** Nothing. */
    record Nothing(Absence why) implements Found {}

    /** Nothing, in place of which the policy has a value read. */
    record StandIn(Absence why, Object value) implements Found {}

    /**
     * Nothing, in place of which the policy has read what was known last.
     *
     * @param observedAt when that was observed
     */
    record LastKnown(Absence why, Object value, Instant observedAt) implements Found {}
}
