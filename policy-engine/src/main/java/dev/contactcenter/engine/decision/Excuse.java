package dev.contactcenter.engine.decision;

import java.time.Instant;

/**
 * An exception that was used: the rule applied, but not to this request.
 *
 * @param rule its id
 * @param until when the exception ends; {@link Instant#MAX} if it never does
 */
public record Excuse(String rule, String reason, String approvedBy, Instant until) {

    private static final String LIVE_INTERACTION = "live_interaction";

    /** What the policy itself grants while an interaction is live: nobody had to approve it. */
    public static Excuse grace(String rule, Instant until) {
        return new Excuse(rule, LIVE_INTERACTION, "", until);
    }

    /** Whether it is that. */
    public boolean isGrace() {
        return reason.equals(LIVE_INTERACTION) && approvedBy.isEmpty();
    }
}
