package dev.contactcenter.engine.decision;

/**
 * What one rule would have done, had it been enforced.
 *
 * @param rule its id, or {@link #WHOLE_POLICY}
 * @param outcome {@code permit} (it only limits, or what it requires was proven), {@code step_up} or {@code deny}
 * @param detail the acr or the reason code; empty for a permit
 */
public record WouldBe(String rule, String outcome, String detail) {

    /** Stands for the answer of the policy as a whole where the whole of it is report-only; no rule has this id. */
    public static final String WHOLE_POLICY = "policy";

    /** Whether this is what the policy as a whole would have done, because all of it only reports. */
    public boolean isOfWholePolicy() {
        return WHOLE_POLICY.equals(rule);
    }
}
