package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Exemption;
import dev.contactcenter.engine.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule, or a limit of one that has a condition of its own: what applies as a whole or not at all.
 *
 * @param rule the rule it belongs to
 * @param demands what it adds
 * @param pilot for whom the rule is enforced already
 * @param exemptions when the rule is not for a request; none for most rules
 * @param binding whether it binds everybody to whom it applies: it is enforced, without rollout or exception
 */
record Part(Rule rule, Formula when, Demands demands, Formula pilot, List<Formula> exemptions, boolean binding) {

    /**
     * What effects add up to.
     *
     * @param level what is required, as an index of the policy's ladder; -1 for nothing
     * @param demand the same with the age, if anything is required
     * @param limits whether there is any obligation
     * @param refusal the reason to deny, if there is one
     */
    record Demands(
            int level,
            @Nullable Demand demand,
            Obligations obligations,
            boolean limits,
            @Nullable Reason refusal) {

        static Demands of(List<Effect> effects, List<String> ladder) {
            int level = -1;
            Bound maxAge = Bound.none();
            Obligations obligations = Obligations.NONE;
            Reason refusal = null;
            for (Effect effect : effects) {
                switch (effect) {
                    case Effect.Refuse refuse -> refusal = refuse.reason();
                    case Effect.Limit limit -> obligations = obligations.and(limit.obligations());
                    case Effect.Require require -> {
                        level = Math.max(level, ladder.indexOf(require.demand().acr()));
                        maxAge = maxAge.tighter(require.demand().maxAge());
                    }
                }
            }
            return new Demands(
                    level,
                    level < 0 ? null : new Demand(ladder.get(level), maxAge),
                    obligations,
                    !obligations.equals(Obligations.NONE),
                    refusal);
        }
    }

    /** The parts of a rule: all that has no condition but the rule's, and each limit that has. */
    static List<Part> of(Rule rule, List<String> ladder) {
        List<Part> parts = new ArrayList<>();
        List<Effect> together = new ArrayList<>();
        for (Effect effect : rule.effects()) {
            if (effect instanceof Effect.Limit limit && !limit.when().equals(Formula.ALWAYS)) {
                parts.add(of(rule, new Formula.All(List.of(rule.when(), limit.when())), List.of(limit), ladder));
            } else {
                together.add(effect);
            }
        }
        // A rule whose only effect is a limit with a condition still applies by its own.
        parts.addFirst(of(rule, rule.when(), together, ladder));
        return parts;
    }

    private static Part of(Rule rule, Formula when, List<Effect> effects, List<String> ladder) {
        Formula pilot = rule.rollout().membership();
        return new Part(
                rule,
                when,
                Demands.of(effects, ladder),
                pilot,
                rule.exemptions().stream().map(Exemption::condition).toList(),
                rule.state() == Rule.State.ENFORCED && rule.exemptions().isEmpty() && pilot.equals(Formula.ALWAYS));
    }
}
