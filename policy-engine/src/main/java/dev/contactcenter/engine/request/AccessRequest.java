package dev.contactcenter.engine.request;

import java.util.Set;

/**
 * One request to be decided.
 *
 * @param modes the modes asked for, without the prefix {@code mode:}; empty if none was asked for
 * @param actions the actions asked for, each {@code resource:verb}; never empty for a decision about an action
 * @param continuity whether it goes on with what was granted before
 */
public record AccessRequest(
        Subject subject,
        Set<String> modes,
        Set<String> actions,
        Assurance assurance,
        Facts facts,
        Continuity continuity) {

    public AccessRequest {
        modes = Set.copyOf(modes);
        actions = Set.copyOf(actions);
    }

    /** Something is asked for anew. */
    public AccessRequest(Subject subject, Set<String> modes, Set<String> actions, Assurance assurance, Facts facts) {
        this(subject, modes, actions, assurance, facts, Continuity.beginning());
    }

    /** The same request about other actions. */
    public AccessRequest about(Set<String> others) {
        return new AccessRequest(subject, modes, others, assurance, facts, continuity);
    }

    /** The same request in other modes. */
    public AccessRequest in(Set<String> others) {
        return new AccessRequest(subject, others, actions, assurance, facts, continuity);
    }

    /** The same request as if this had been proven. */
    public AccessRequest proving(Assurance other) {
        return new AccessRequest(subject, modes, actions, other, facts, continuity);
    }

    /** The same request as one that goes on with this. */
    public AccessRequest continuing(Continuity other) {
        return new AccessRequest(subject, modes, actions, assurance, facts, other);
    }
}
