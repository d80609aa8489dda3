package dev.contactcenter.language.lint;

import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.language.Quoted;
import dev.contactcenter.language.lint.Doubt.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules that never matter: wherever they apply, another demands as much already. */
final class NeedlessRules implements Check {

    private static final int EVERY_REQUEST = -1;

    @Override
    public Stream<Doubt> of(Checked policy) {
        List<String> actions =
                policy.policy().actions().keySet().stream().sorted().toList();
        List<Weighed> rules = policy.rules().stream()
                .map(written -> Weighed.of(written, actions, policy.policy().assurance()))
                .toList();
        Map<Integer, List<Integer>> byAction = byAction(rules);
        return Stream.concat(
                IntStream.range(0, rules.size()).boxed().flatMap(index -> needless(rules, index, byAction).stream()),
                policy.rules().stream().flatMap(written -> needlessDemand(written).stream()));
    }

    /** Indexes of the rules that can outweigh others, by action; those for every request by {@link #EVERY_REQUEST}. */
    private static Map<Integer, List<Integer>> byAction(List<Weighed> rules) {
        Map<Integer, List<Integer>> byAction = new HashMap<>();
        for (int index = 0; index < rules.size(); index++) {
            Weighed rule = rules.get(index);
            if (isOverall(rule.rule())) {
                int own = index;
                IntStream actions = rule.isForEveryRequest() ? IntStream.of(EVERY_REQUEST) : rule.actions().stream();
                actions.forEach(action -> byAction.computeIfAbsent(action, any -> new ArrayList<>())
                        .add(own));
            }
        }
        return byAction;
    }

    private static Optional<Doubt> needless(List<Weighed> rules, int index, Map<Integer, List<Integer>> byAction) {
        Weighed rule = rules.get(index);
        if (rule.rule().state() != Rule.State.ENFORCED) {
            // It is being tried out: that it would change nothing is what its records will tell.
            return Optional.empty();
        }
        List<Integer> ofAction = rule.isForEveryRequest()
                ? List.of()
                : byAction.getOrDefault(rule.actions().nextSetBit(0), List.of());
        return Stream.concat(byAction.getOrDefault(EVERY_REQUEST, List.of()).stream(), ofAction.stream())
                .filter(other ->
                        other != index && rules.get(other).outweighs(rule) && isAsStern(rules.get(other), rule))
                // Of two that demand the same, the one further down is the needless one.
                .filter(other -> other < index
                        || !(isOverall(rule.rule())
                                && rule.outweighs(rules.get(other))
                                && isAsStern(rule, rules.get(other))))
                .map(other -> new Doubt(
                        Kind.NEEDLESS_RULE,
                        rule.written().spot(),
                        "this rule never matters: wherever it applies, "
                                + Quoted.of(rules.get(other).rule().id()) + " demands as much or more",
                        "take it out"))
                .findFirst();
    }

    /** What a rule means for a session that goes on is part of what it demands. */
    private static boolean isAsStern(Weighed one, Weighed other) {
        return one.rule().onViolation().compareTo(other.rule().onViolation()) >= 0;
    }

    /** Whether a rule holds for all whom its modes, actions and condition name. */
    private static boolean isOverall(Rule rule) {
        return rule.state() == Rule.State.ENFORCED
                && rule.exemptions().isEmpty()
                && rule.rollout() instanceof Rollout.Everyone;
    }

    private static Optional<Doubt> needlessDemand(Written written) {
        List<Effect> effects = written.rule().effects();
        return effects.size() > 1 && effects.stream().anyMatch(Effect.Refuse.class::isInstance)
                ? Optional.of(new Doubt(
                        Kind.NEEDLESS_DEMAND,
                        written.spot(),
                        "this rule denies, so what else it demands has no effect",
                        "make it two rules"))
                : Optional.empty();
    }
}
