package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Alternatives;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Term;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Exemption;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.Signal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule, or a limit of one that has a condition of its own: what applies as a whole or not at all.
 *
 * @param rule the rule it belongs to
 * @param number its place among all parts
 * @param ways the ways for it to apply
 * @param demands what it adds
 * @param pilot for whom the rule is enforced already
 * @param exemptions when the rule is not for a request; none for most rules
 * @param perAction whether an exception asks about the action, so that one action may be excused and another not
 * @param binding whether it binds everybody to whom it applies: it is enforced, without rollout or exception
 */
record Part(
        int number,
        Rule rule,
        Formula when,
        Ways ways,
        Demands demands,
        Formula pilot,
        List<Formula> exemptions,
        boolean perAction,
        boolean binding) {

    /**
     * The ways for a condition to hold.
     *
     * @param terms the alternatives; not those of a situation if the condition asks about the mode or the action
     * @param situational whether it does
     */
    record Ways(List<Term> terms, boolean situational) {}

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
    static List<Part> of(Rule rule, List<String> ladder, int first) {
        List<Part> parts = new ArrayList<>();
        List<Effect> together = new ArrayList<>();
        for (Effect effect : rule.effects()) {
            if (effect instanceof Effect.Limit limit && !limit.when().equals(Formula.ALWAYS)) {
                Formula both = new Formula.All(List.of(rule.when(), limit.when()));
                parts.add(of(rule, both, List.of(limit), ladder, first + 1 + parts.size()));
            } else {
                together.add(effect);
            }
        }
        // A rule whose only effect is a limit with a condition still applies by its own.
        parts.addFirst(of(rule, rule.when(), together, ladder, first));
        return parts;
    }

    private static Part of(Rule rule, Formula when, List<Effect> effects, List<String> ladder, int number) {
        Formula pilot = rule.rollout().membership();
        List<Formula> exemptions =
                rule.exemptions().stream().map(Exemption::condition).toList();
        return new Part(
                number,
                rule,
                when,
                ways(rule, when),
                Demands.of(effects, ladder),
                pilot,
                exemptions,
                exemptions.stream().anyMatch(exemption -> asks(exemption, Signal.ACTION)),
                rule.state() == Rule.State.ENFORCED && exemptions.isEmpty() && pilot.equals(Formula.ALWAYS));
    }

    /** The parts of one policy are numbered: to compare all that they hold would cost what the number saves. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Part part && number == part.number && rule.id().equals(part.rule.id());
    }

    @Override
    public int hashCode() {
        return number;
    }

    private static Ways ways(Rule rule, Formula when) {
        if (Predicates.in(when).size() > Long.SIZE) {
            throw new PolicyTooLargeException(
                    rule.id(), "its conditions ask more than " + Long.SIZE + " different questions");
        }
        return switch (Alternatives.of(when)) {
            case Alternatives.Listed(List<Term> terms) ->
                new Ways(terms, asks(when, Signal.ACTION) || asks(when, Signal.MODE));
            case Alternatives.TooMany ignored ->
                throw new PolicyTooLargeException(
                        rule.id(), "there are more than " + Alternatives.MOST + " ways for its conditions to hold");
        };
    }

    private static boolean asks(Formula formula, Signal signal) {
        return Predicates.in(formula).stream()
                .anyMatch(predicate -> Predicates.attribute(predicate)
                        .filter(attribute -> attribute.signal() == signal)
                        .isPresent());
    }
}
