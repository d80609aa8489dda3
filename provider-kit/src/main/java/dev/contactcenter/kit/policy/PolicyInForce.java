package dev.contactcenter.kit.policy;

import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.request.Subject;
import dev.contactcenter.language.CompiledPolicy;

/** What a realm has in place of the question "is there a policy?". */
public sealed interface PolicyInForce {

    /** A policy that compiles and fits its realm. */
    record Active(CompiledPolicy policy, AcrLevels levels) implements PolicyInForce {}

    /**
     * The realm is governed, but there is no policy to decide by: every action is denied.
     *
     * @param problem for the administrator: a sentence, or a report of the document's problems that begins on a line of its own
     */
    record Unusable(String problem) implements PolicyInForce {}

    /** The realm never had a policy, or its policy is switched off: the pack stands aside. */
    record NotGoverned() implements PolicyInForce {}

    /** Whether an action is privileged. Where no policy tells, it counts as that: better one event too many in front of an investigator. */
    default boolean isPrivileged(String action) {
        return switch (this) {
            case Active active -> {
                Action known = active.policy().policy().actions().get(action);
                yield known == null || known.privileged();
            }
            case Unusable ignored -> true;
            case NotGoverned ignored -> true;
        };
    }

    /** Whether what is decided about this subject is carried out, and not only reported. */
    default boolean binds(Subject subject) {
        return switch (this) {
            case Active active -> active.policy.decider().isEnforcedFor(subject);
            case Unusable ignored -> true;
            case NotGoverned ignored -> false;
        };
    }
}
