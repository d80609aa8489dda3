package dev.contactcenter.engine.policy;

/** The switch over the whole policy. */
public enum Enforcement {
    ENFORCED,
    /** Everything is permitted; what would have happened is told as {@code wouldBe}. */
    REPORT_ONLY,
    /** Everything is permitted and nothing is evaluated: Keycloak as if the pack were not there. */
    OFF
}
