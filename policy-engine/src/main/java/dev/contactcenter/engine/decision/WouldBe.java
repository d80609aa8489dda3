package dev.contactcenter.engine.decision;

/**
 * What one report-only rule would have done, had it been enforced.
 *
 * @param outcome {@code permit} (limits only), {@code step_up} or {@code deny}
 * @param detail the acr or the reason code; empty for a permit
 */
public record WouldBe(String rule, String outcome, String detail) {}
