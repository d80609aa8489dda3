package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.request.AccessRequest;

/** When a rule applies, beyond its actions and modes. */
@FunctionalInterface
public interface Condition {

    /** A rule without {@code when}. */
    Condition ALWAYS = request -> Verdict.APPLIES;

    /** Judges one request; never throws. */
    Verdict judge(AccessRequest request);

    /** What a condition found. */
    enum Verdict {
        APPLIES,
        DOES_NOT_APPLY,
        /** The condition cannot be judged; the rule counts as applying. */
        UNDECIDABLE
    }
}
