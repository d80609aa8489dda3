package dev.contactcenter.kit.interaction;

/** What became of a report. */
public sealed interface InteractionTaken {

    /** It is what is known now. */
    record Stored() implements InteractionTaken {}

    /**
     * A later one was known.
     *
     * @param known what stays
     */
    record Ignored(InteractionReport known) implements InteractionTaken {}
}
