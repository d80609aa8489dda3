package dev.contactcenter.language;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the section {@code signals}: how old a signal may be, and what follows when it is missing. */
final class SignalsReader {

    /** Begins the ids of the rules that this section makes. */
    static final String RULE_PREFIX = "missing-";

    private static final int HIGHEST_TIER = 3;

    private final Findings findings;
    private final Map<String, Action> actions;
    private final Values values;
    private final Durations durations;
    private final EffectsReader effects;
    private final Map<Signal, SignalCare> care = new EnumMap<>(Signal.class);
    private final List<Rule> rules = new ArrayList<>();

    SignalsReader(Findings findings, Map<String, Action> actions, EffectsReader effects) {
        this.findings = findings;
        this.actions = actions;
        this.values = new Values(findings);
        this.durations = new Durations(findings);
        this.effects = effects;
    }

    /**
     * What the section says.
     *
     * @param rules the demands that it makes when a signal is missing, as rules
     */
    record Read(Map<Signal, SignalCare> care, List<Rule> rules) {}

    Read read(Node.Mapping section) {
        List<String> observed = Arrays.stream(Signal.values())
                .filter(Signal::isObserved)
                .map(Signal::label)
                .toList();
        section.entries().forEach((name, entry) -> {
            if (observed.contains(name)) {
                values.mapping(entry.value()).ifPresent(body -> signal(labelled(name), body));
            } else {
                findings.error(
                        entry.key(),
                        Quoted.of(name) + " is not a signal that can be missing",
                        () -> DidYouMean.among(name, observed));
            }
        });
        return new Read(care, rules);
    }

    private static Signal labelled(String name) {
        return Arrays.stream(Signal.values())
                .filter(signal -> signal.label().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void signal(Signal signal, Node.Mapping body) {
        var fields = new Fields(body, findings, "maxAge", "missing");
        Bound maxAge = fields.find("maxAge")
                .flatMap(durations::read)
                .map(Bound::atMost)
                .orElse(Bound.none());
        var standIns = new StandInReader(findings);
        fields.find("missing").ifPresent(node -> {
            if (node instanceof Node.Sequence steps) {
                steps.items().forEach(step -> values.mapping(step).ifPresent(one -> step(signal, one, standIns)));
            } else {
                findings.error(
                        node.place(),
                        "a list of steps is needed here, not " + node.description(),
                        "begin each step with '- tiers: ...'");
            }
        });
        care.put(signal, standIns.care(maxAge));
    }

    private void step(Signal signal, Node.Mapping body, StandInReader standIns) {
        var fields = new Fields(body, findings, "tiers", "why", "read", "within", "require", "deny");
        Set<Integer> tiers = fields.require("tiers", "tiers: [2, 3]")
                .map(node -> values.several(
                        node, tier -> values.wholeNumber(tier, 0, HIGHEST_TIER), "name at least one tier"))
                .orElse(Set.of());
        Set<Absence> named = fields.find("why")
                .map(node -> values.several(
                        node, one -> values.choice(one, Absence.class), "leave the key out for every reason"))
                .orElse(Set.of());
        standIns.step(fields, tiers, named);
        List<Effect> demands = effects.demandsOf(fields);
        if (!demands.isEmpty()) {
            rules.add(rule(signal, tiers, named.isEmpty() ? EnumSet.allOf(Absence.class) : named, demands));
        } else if (fields.find("read").isEmpty()) {
            findings.error(body.place(), "this step says nothing", "give it at least one of read, require and deny");
        }
    }

    private Rule rule(Signal signal, Set<Integer> tiers, Set<Absence> why, List<Effect> demands) {
        Set<String> targets = actions.values().stream()
                .filter(action -> tiers.contains(action.tier()))
                .map(Action::name)
                .collect(Collectors.toSet());
        long earlier = rules.stream()
                .filter(rule -> rule.id().startsWith(RULE_PREFIX + signal.label() + "-"))
                .count();
        return new Rule(
                RULE_PREFIX + signal.label() + "-" + (earlier + 1),
                Rule.State.ENFORCED,
                new Rule.Target.OneOf(targets),
                Set.of(),
                new Formula.Atom(new Predicate.IsMissing(signal, why)),
                new Rollout.Everyone(),
                List.of(),
                demands);
    }
}
