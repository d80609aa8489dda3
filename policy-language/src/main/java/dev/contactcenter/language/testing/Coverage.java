package dev.contactcenter.language.testing;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.explanation.Examined.Role;
import dev.contactcenter.engine.explanation.Weighed;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much of a policy its tests reach.
 *
 * @param rules every rule that is not disabled, in the order of the policy
 */
public record Coverage(List<OfRule> rules) {

    public Coverage {
        rules = List.copyOf(rules);
    }

    /**
     * What tests saw of one rule.
     *
     * @param reachable whether any mode or service that it is for grants an action that it looks at; else no test can see it apply
     * @param applied whether one saw it apply, or report that it would
     * @param spared whether one saw it not apply to a request that it looks at
     * @param canSpare whether there is anything by which it may not apply: a condition, an exception, a rollout
     * @param conditions the questions of its conditions and of those of its limits
     */
    public record OfRule(
            String rule,
            boolean reachable,
            boolean applied,
            boolean spared,
            boolean canSpare,
            List<OfCondition> conditions) {

        public OfRule {
            conditions = List.copyOf(conditions);
        }

        /** Whether it was seen to apply and, if it can be otherwise, not to apply; or no test can see it. */
        public boolean isCovered() {
            return !reachable || (applied && (spared || !canSpare));
        }
    }

    /** What tests saw of one question. */
    public record OfCondition(String text, boolean yes, boolean no) {

        /** Whether it was seen to be true and to be false. */
        public boolean isCovered() {
            return yes && no;
        }
    }

    /** What the results of all tests of a policy reach. */
    public static Coverage of(Policy policy, Collection<PolicyTest.Result> results) {
        List<OfRule> rules = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            if (rule.state() != Rule.State.DISABLED) {
                List<Weighed> seen = results.stream()
                        .flatMap(result -> result.explanation().rules().stream())
                        .filter(weighed -> weighed.rule().equals(rule))
                        .toList();
                rules.add(of(rule, reachable(policy, rule), seen));
            }
        }
        return new Coverage(rules);
    }

    /** Rules that no test covers. */
    public List<OfRule> uncovered() {
        return rules.stream().filter(rule -> !rule.isCovered()).toList();
    }

    /** A rule may stand ready for a grant that is still to come. */
    private static boolean reachable(Policy policy, Rule rule) {
        return rule.target() instanceof Rule.Target.EveryRequest
                || Stream.concat(
                                policy.modes().values().stream()
                                        .filter(mode -> rule.modes().isEmpty()
                                                || rule.modes().contains(mode.name()))
                                        .flatMap(mode -> mode.actions().stream()),
                                policy.services().values().stream()
                                        .filter(service -> rule.modes().isEmpty())
                                        .flatMap(service -> service.actions().stream()))
                        .anyMatch(rule::looksAt);
    }

    private static OfRule of(Rule rule, boolean reachable, List<Weighed> seen) {
        return new OfRule(
                rule.id(),
                reachable,
                seen.stream().anyMatch(weighed -> applied(weighed.standing())),
                seen.stream().anyMatch(weighed -> spared(weighed.standing())),
                canSpare(rule),
                conditions(rule).stream()
                        .flatMap(condition -> Predicates.in(condition).stream())
                        .distinct()
                        .map(predicate -> of(predicate, seen))
                        .toList());
    }

    private static OfCondition of(Predicate predicate, List<Weighed> seen) {
        Set<Answer> answers = new LinkedHashSet<>();
        seen.stream()
                .flatMap(weighed -> weighed.examined().stream())
                .filter(examined -> examined.role() == Role.WHEN || examined.role() == Role.LIMIT)
                .flatMap(examined -> examined.asked().stream())
                .filter(asked -> asked.predicate().equals(predicate))
                .forEach(asked -> answers.add(asked.negated() ? asked.answer().negated() : asked.answer()));
        return new OfCondition(Predicates.text(predicate), answers.contains(Answer.YES), answers.contains(Answer.NO));
    }

    private static boolean applied(Weighed.Standing standing) {
        return switch (standing) {
            case APPLIES, UNANSWERED, REPORT_ONLY, POLICY_REPORTS -> true;
            case POLICY_OFF,
                    REFUSED_BEFORE,
                    OTHER_MODE,
                    OTHER_ACTION,
                    DISABLED,
                    DOES_NOT_APPLY,
                    EXCUSED,
                    OUTSIDE_ROLLOUT,
                    SUSPENDED,
                    WAIVED -> false;
        };
    }

    private static boolean spared(Weighed.Standing standing) {
        return switch (standing) {
            case DOES_NOT_APPLY, EXCUSED, OUTSIDE_ROLLOUT -> true;
            case POLICY_OFF,
                    REFUSED_BEFORE,
                    OTHER_MODE,
                    OTHER_ACTION,
                    DISABLED,
                    APPLIES,
                    UNANSWERED,
                    REPORT_ONLY,
                    POLICY_REPORTS,
                    SUSPENDED,
                    WAIVED -> false;
        };
    }

    /** Of a rule that only reports, exceptions and rollout are not asked. */
    private static boolean canSpare(Rule rule) {
        boolean enforced = rule.state() == Rule.State.ENFORCED;
        return !(rule.when() instanceof Formula.Constant)
                || (enforced && (!rule.exemptions().isEmpty() || rule.rollout() instanceof Rollout.Pilot));
    }

    private static List<Formula> conditions(Rule rule) {
        List<Formula> conditions = new ArrayList<>(List.of(rule.when()));
        rule.effects().forEach(effect -> {
            if (effect instanceof Effect.Limit limit) {
                conditions.add(limit.when());
            }
        });
        return conditions;
    }
}
