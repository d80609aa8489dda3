package dev.contactcenter.engine.policy;

import java.util.List;
import java.util.Set;

/**
 * One requirement of the policy.
 *
 * @param target the requests it applies to, by action
 * @param modes modes it applies in; empty for every mode and for services
 */
public record Rule(
        String id, State state, Target target, Set<String> modes, Condition condition, List<Effect> effects) {

    public Rule {
        modes = Set.copyOf(modes);
        effects = List.copyOf(effects);
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

    /** How far a rule is rolled out. */
    public enum State {
        ENFORCED,
        REPORT_ONLY,
        DISABLED
    }
}
