package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.condition.Formula;
import java.util.List;
import java.util.Set;

/**
 * One requirement of the policy.
 *
 * @param target the requests it applies to, by action
 * @param modes modes it applies in; empty for every mode and for services
 * @param when what else must hold; if that cannot be answered, the rule counts as applying
 * @param rollout for whom it is enforced already, if its state is {@link State#ENFORCED}
 * @param exemptions whom it is not for
 * @param onViolation what it means for an established session that it refuses something
 */
public record Rule(
        String id,
        State state,
        Target target,
        Set<String> modes,
        Formula when,
        Rollout rollout,
        List<Exemption> exemptions,
        List<Effect> effects,
        Response onViolation) {

    /** A rule that withholds what it refuses, and nothing more. */
    public Rule(
            String id,
            State state,
            Target target,
            Set<String> modes,
            Formula when,
            Rollout rollout,
            List<Exemption> exemptions,
            List<Effect> effects) {
        this(id, state, target, modes, when, rollout, exemptions, effects, Response.DOWNSCOPE);
    }

    public Rule {
        modes = Set.copyOf(modes);
        exemptions = List.copyOf(exemptions);
        effects = List.copyOf(effects);
    }

    /** Whether it looks at a request for this action; the empty name stands for a request without one. */
    public boolean looksAt(String action) {
        return switch (target) {
            case Target.EveryRequest ignored -> true;
            case Target.OneOf some -> some.actions().contains(action);
        };
    }

    /** Which requests a rule looks at. */
    public sealed interface Target {

        /** Every request, also one for a mode alone. A sign-in that asks for neither mode nor action is never decided about. */
        record EveryRequest() implements Target {}

        /**
         * Requests for one of these actions.
         *
         * @param actions names, wildcards already resolved
         */
        record OneOf(Set<String> actions) implements Target {
            public OneOf {
                actions = Set.copyOf(actions);
            }
        }
    }

    /** How far a rule is switched on. */
    public enum State {
        ENFORCED,
        REPORT_ONLY,
        DISABLED
    }
}
