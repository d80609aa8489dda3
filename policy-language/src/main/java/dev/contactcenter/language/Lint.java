package dev.contactcenter.language;

import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Warns about what a policy may say but hardly means. */
final class Lint {

    private final Policy policy;
    private final Node.Mapping root;
    private final Findings findings;

    Lint(Policy policy, Node.Mapping root, Findings findings) {
        this.policy = policy;
        this.root = root;
        this.findings = findings;
    }

    void check() {
        unusedActions();
        List<Place> places = rulePlaces();
        for (int i = 0; i < places.size(); i++) {
            Rule rule = policy.rules().get(i);
            if (rule.state() != Rule.State.DISABLED) {
                neverInMode(rule, places.get(i));
                locksServicesOut(rule, places.get(i));
                denyAndMore(rule, places.get(i));
            }
        }
    }

    private void unusedActions() {
        Set<String> used = Stream.of(
                        policy.modes().values().stream().map(mode -> mode.actions()),
                        policy.services().values().stream().map(service -> service.actions()),
                        policy.rules().stream().map(Lint::named))
                .flatMap(sets -> sets)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        if (root.entries().get("actions") instanceof Node.Entry(Place key, Node.Mapping actions)) {
            actions.entries().forEach((name, entry) -> {
                if (!used.contains(name)) {
                    findings.warning(
                            entry.key(),
                            "no mode, service or rule names this action, so it is always denied",
                            "grant it, or take it out");
                }
            });
        }
    }

    private void neverInMode(Rule rule, Place place) {
        Set<String> actions = named(rule);
        boolean reachable = rule.modes().isEmpty()
                || actions.isEmpty()
                || rule.modes().stream()
                        .flatMap(name -> Stream.ofNullable(policy.modes().get(name)))
                        .anyMatch(mode -> mode.actions().stream().anyMatch(actions::contains));
        if (!reachable) {
            findings.warning(
                    place,
                    "none of this rule's modes grants one of its actions, so it never applies",
                    "check its modes");
        }
    }

    private void locksServicesOut(Rule rule, Place place) {
        if (!rule.modes().isEmpty() || rule.effects().stream().noneMatch(Effect.Require.class::isInstance)) {
            return;
        }
        Set<String> locked = policy.services().values().stream()
                .filter(service -> rule.target() instanceof Rule.Target.EveryRequest
                        || service.actions().stream().anyMatch(named(rule)::contains))
                .map(service -> service.clientId())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!locked.isEmpty()) {
            findings.warning(
                    place,
                    "a service cannot step up, so this rule denies it: " + Quoted.list(locked),
                    "name the modes that the rule is for");
        }
    }

    private void denyAndMore(Rule rule, Place place) {
        if (rule.effects().size() > 1 && rule.effects().stream().anyMatch(Effect.Refuse.class::isInstance)) {
            findings.warning(place, "this rule denies, so what else it demands has no effect", "make it two rules");
        }
    }

    /** The actions a rule names; empty for a rule about every request. */
    private static Set<String> named(Rule rule) {
        return switch (rule.target()) {
            case Rule.Target.EveryRequest ignored -> Set.of();
            case Rule.Target.OneOf some -> some.actions();
        };
    }

    /** In the order of the policy's rules: a document without errors has one for each item. */
    private List<Place> rulePlaces() {
        return root.entries().get("rules") instanceof Node.Entry(Place key, Node.Sequence rules)
                ? rules.items().stream().map(Node::place).toList()
                : List.of();
    }
}
