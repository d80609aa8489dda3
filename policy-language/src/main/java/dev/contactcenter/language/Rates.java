package dev.contactcenter.language;

import dev.contactcenter.engine.decision.Rate;

/** Reads how often something may be done, as times a minute. */
final class Rates {

    static final int MOST_PER_MINUTE = 1_000_000;

    private final Values values;

    Rates(Findings findings) {
        this.values = new Values(findings);
    }

    /** Unlimited where the key is not there. */
    Rate read(Fields fields, String key) {
        return fields.find(key)
                .flatMap(node -> values.wholeNumber(node, 1, MOST_PER_MINUTE))
                .<Rate>map(Rate.PerMinute::new)
                .orElseGet(Rate.Unlimited::new);
    }
}
