package dev.contactcenter.language.lint;

import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.language.Quoted;
import dev.contactcenter.language.lint.Doubt.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What modes grant, and what rules make of it. */
final class ActionChecks implements Check {

    private static final int HIGHEST_TIER = 3;

    @Override
    public Stream<Doubt> of(Checked policy) {
        return Stream.of(
                        notGranted(policy.policy()),
                        policy.rules().stream().flatMap(written -> neverInMode(written, policy.policy())),
                        policy.policy().modes().values().stream()
                                .sorted(Comparator.comparing(Mode::name))
                                .flatMap(mode -> withoutDemand(mode, policy)))
                .flatMap(doubts -> doubts);
    }

    private static Stream<Doubt> notGranted(Policy policy) {
        Set<String> granted = Stream.concat(
                        policy.modes().values().stream().map(Mode::actions),
                        policy.services().values().stream().map(service -> service.actions()))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        return policy.actions().keySet().stream()
                .filter(action -> !granted.contains(action))
                .sorted()
                .map(action -> new Doubt(
                        Kind.ACTION_NOT_GRANTED,
                        Spot.DOCUMENT.key("actions").key(action),
                        "no mode or service grants this action, so it is always denied",
                        "grant it, or take it out"));
    }

    private static Stream<Doubt> neverInMode(Written written, Policy policy) {
        Rule rule = written.rule();
        boolean reachable = rule.modes().isEmpty()
                || rule.target() instanceof Rule.Target.EveryRequest
                || rule.modes().stream()
                        .flatMap(name -> Stream.ofNullable(policy.modes().get(name)))
                        .anyMatch(mode -> mode.actions().stream().anyMatch(rule::looksAt));
        return reachable
                ? Stream.empty()
                : Stream.of(new Doubt(
                        Kind.NEVER_APPLIES,
                        written.spot(),
                        "none of this rule's modes grants one of its actions, so it never applies",
                        "check its modes"));
    }

    private static Stream<Doubt> withoutDemand(Mode mode, Checked policy) {
        return mode.actions().stream()
                .sorted()
                .filter(name -> tier(policy.policy(), name) == HIGHEST_TIER)
                .filter(name -> policy.rules().stream().noneMatch(written -> demands(written.rule(), mode, name)))
                .map(name -> new Doubt(
                        Kind.TIER_3_WITHOUT_DEMAND,
                        Spot.DOCUMENT
                                .key("modes")
                                .key(mode.name())
                                .key("actions")
                                .word(name),
                        Quoted.of(name) + " is of the highest tier, and no enforced rule requires anything of "
                                + Quoted.of(mode.name()) + " for it",
                        "add a rule that requires or denies, or lower its tier"));
    }

    private static int tier(Policy policy, String name) {
        Action action = policy.actions().get(name);
        return action == null ? 0 : action.tier();
    }

    private static boolean demands(Rule rule, Mode mode, String action) {
        return rule.state() == Rule.State.ENFORCED
                && rule.rollout() instanceof Rollout.Everyone
                && rule.looksAt(action)
                && (rule.modes().isEmpty() || rule.modes().contains(mode.name()))
                && rule.effects().stream().anyMatch(effect -> !(effect instanceof Effect.Limit));
    }
}
