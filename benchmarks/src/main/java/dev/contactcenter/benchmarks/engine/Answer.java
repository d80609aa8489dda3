package dev.contactcenter.benchmarks.engine;

/**
 * A decision in no engine's terms; times in whole seconds.
 *
 * @param reason of a denial, else empty
 * @param level place in {@link NeutralPolicy#LEVELS} of what a step-up demands, else -1
 * @param maxAge of what a step-up demands
 * @param tokenLifespan what the permit is bound to
 * @param freshFor how long the proof that a permit rests on stays fresh enough
 * @param rules which of the action's rules applied, one bit each: the audit needs them all
 */
record Answer(Outcome outcome, String reason, int level, long maxAge, long tokenLifespan, long freshFor, long rules) {

    /** No bound on a time. */
    static final long UNBOUNDED = Long.MAX_VALUE;

    /** What was decided. */
    enum Outcome {
        PERMIT,
        STEP_UP,
        DENY
    }

    static Answer deny(String reason, long rules) {
        return new Answer(Outcome.DENY, reason, -1, UNBOUNDED, UNBOUNDED, UNBOUNDED, rules);
    }

    static Answer stepUp(int level, long maxAge, long tokenLifespan, long rules) {
        return new Answer(Outcome.STEP_UP, "", level, maxAge, tokenLifespan, UNBOUNDED, rules);
    }

    static Answer permit(long tokenLifespan, long freshFor, long rules) {
        return new Answer(Outcome.PERMIT, "", -1, UNBOUNDED, tokenLifespan, freshFor, rules);
    }
}
