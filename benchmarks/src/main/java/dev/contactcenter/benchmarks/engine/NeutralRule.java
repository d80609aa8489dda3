package dev.contactcenter.benchmarks.engine;

import java.util.List;

/**
 * A rule in no engine's language.
 *
 * @param actions empty for every action
 * @param atoms all of them must hold
 */
record NeutralRule(String id, List<String> actions, List<Atom> atoms, Effect effect) {

    NeutralRule {
        actions = List.copyOf(actions);
        atoms = List.copyOf(atoms);
    }

    /** What the rule adds; times in whole seconds. */
    sealed interface Effect {}

    /** Denies. */
    record Deny(String reason) implements Effect {}

    /**
     * Demands a level.
     *
     * @param level place in {@link NeutralPolicy#LEVELS}
     * @param maxAge {@link Answer#UNBOUNDED} for any age
     */
    record Require(int level, long maxAge) implements Effect {}

    /** Bounds the life of tokens. */
    record Limit(long tokenLifespan) implements Effect {}
}
