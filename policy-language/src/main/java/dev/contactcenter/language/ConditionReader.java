package dev.contactcenter.language;

import dev.contactcenter.engine.condition.Formula;

/** Reads when a rule applies. Conditions are refused by name: without its condition a rule would say something else. */
final class ConditionReader {

    private final Findings findings;

    ConditionReader(Findings findings) {
        this.findings = findings;
    }

    Formula read(Fields rule) {
        rule.find("when")
                .ifPresent(ignored -> findings.error(
                        rule.key("when"),
                        "conditions are not understood by this version, and without its condition the rule would be"
                                + " stricter or looser than written",
                        "take the rule out until a version that reads 'when'"));
        return Formula.ALWAYS;
    }
}
