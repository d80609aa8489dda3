package dev.contactcenter.kit.risk;

/** What became of a report. */
public sealed interface RiskTaken {

    /** It is what is known now. */
    record Stored() implements RiskTaken {}

    /**
     * Something at least as new was known.
     *
     * @param known what stays
     */
    record Ignored(RiskReport known) implements RiskTaken {}
}
