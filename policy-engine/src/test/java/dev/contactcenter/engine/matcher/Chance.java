package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Rate;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.network.Zones;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Catalogue;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.policy.Service;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random policies and requests over a vocabulary so small that they meet. The same seed gives the same ones. */
final class Chance {

    private static final List<String> KNOWN = List.of("a:view", "a:edit", "b:view", "b:edit");
    private static final List<String> MODES = List.of("agent", "supervisor", "analyst");
    private static final List<Duration> TIMES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(10));

    private static final List<String> GROUPS = List.of("/teams/billing", "/sites/north");
    private static final List<Predicate> QUESTIONS = List.of(
            new Predicate.Is(Attribute.DEVICE_COMPLIANCE, "compliant"),
            new Predicate.IsOneOf(Attribute.DEVICE_COMPLIANCE, Set.of("noncompliant", "unknown")),
            new Predicate.Is(Attribute.NETWORK_ZONE, "unknown"),
            new Predicate.Holds(Attribute.NETWORK_ZONE, Predicate.Part.START, "cor"),
            new Predicate.Has(Attribute.USER_GROUPS, "/teams/billing"),
            new Predicate.Has(Attribute.USER_GROUPS, "/sites/north"),
            new Predicate.Is(Attribute.MODE, "agent"),
            new Predicate.Is(Attribute.ACTION_VERB, "edit"),
            new Predicate.IsMissing(Signal.DEVICE, Set.of(Evidence.Absence.NOT_PROVIDED)));

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    Policy policy() {
        Map<String, Action> actions = new HashMap<>();
        KNOWN.forEach(name -> actions.put(name, new Action(name, 0, false, Set.of())));
        Map<String, Mode> modes = new HashMap<>();
        MODES.forEach(name -> modes.put(name, new Mode(name, Set.of("role-" + name), granted())));
        List<Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            rules.add(rule("r" + i, oneOf(List.of(Rule.State.values()))));
        }
        return new Policy(
                new Policy.Head("seeded", Enforcement.ENFORCED, new Rollout.Everyone()),
                Floor.LADDER,
                new Catalogue(actions, modes, Map.of("connector", new Service("connector", granted(), bound()))),
                Zones.NONE,
                Map.of(),
                new BreakGlass.None(),
                rules);
    }

    Rule rule(String id, Rule.State state) {
        Rule.Target target =
                random.nextInt(4) == 0 ? new Rule.Target.EveryRequest() : new Rule.Target.OneOf(someOf(KNOWN));
        Set<String> modes = random.nextBoolean() ? Set.of() : someOf(MODES);
        return new Rule(id, state, target, modes, formula(3), new Rollout.Everyone(), List.of(), effects());
    }

    /** A condition about attributes that {@link #facts()} tells, or does not. */
    Formula formula(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 2)) {
            case 0 -> new Formula.Constant(random.nextInt(3) > 0);
            case 1 -> new Formula.Atom(oneOf(QUESTIONS));
            case 2 -> new Formula.Not(formula(depth - 1));
            case 3 -> new Formula.All(List.of(formula(depth - 1), formula(depth - 1)));
            default -> new Formula.Any(List.of(formula(depth - 1), formula(depth - 1)));
        };
    }

    AccessRequest request() {
        return new AccessRequest(
                subject(), random.nextInt(3) == 0 ? someOf(MODES) : Set.of(), asked(), assurance(), facts());
    }

    Facts facts() {
        Map<Attribute, Object> device = new HashMap<>();
        if (random.nextBoolean()) {
            device.put(Attribute.DEVICE_COMPLIANCE, oneOf(List.of("compliant", "noncompliant", "unknown")));
        }
        Map<Signal, Evidence<Observation>> signals = new HashMap<>();
        if (random.nextBoolean()) {
            signals.put(Signal.DEVICE, new Evidence.Known<>(new Observation(device), Floor.NOW));
        }
        if (random.nextBoolean()) {
            Map<Attribute, Object> zone = Map.of(Attribute.NETWORK_ZONE, oneOf(List.of("corporate", "unknown")));
            signals.put(Signal.NETWORK, new Evidence.Known<>(new Observation(zone), Floor.NOW));
        }
        return new Facts(Floor.NOW, signals);
    }

    /** Everything that was proven, and perhaps more, and perhaps more recently. */
    Assurance more(Assurance less) {
        Map<String, Duration> ages = new HashMap<>(assurance().ages());
        less.ages()
                .forEach((acr, age) ->
                        ages.merge(acr, age, (mine, theirs) -> mine.compareTo(theirs) < 0 ? mine : theirs));
        return new Assurance(ages);
    }

    Policy shuffled(Policy policy) {
        List<Rule> rules = new ArrayList<>(policy.rules());
        Collections.shuffle(rules, random);
        return with(policy, rules);
    }

    Policy and(Policy policy, Rule rule) {
        List<Rule> rules = new ArrayList<>(policy.rules());
        rules.add(random.nextInt(rules.size() + 1), rule);
        return with(policy, rules);
    }

    private static Policy with(Policy policy, List<Rule> rules) {
        return new Policy(
                policy.head(),
                policy.assurance(),
                policy.catalogue(),
                policy.zones(),
                policy.signals(),
                policy.breakGlass(),
                rules);
    }

    private Subject subject() {
        return switch (random.nextInt(6)) {
            case 0 -> new Subject.Service(random.nextInt(4) == 0 ? "stranger" : "connector");
            default -> new Subject.Person("u" + random.nextInt(1000), roles(), someOf(GROUPS));
        };
    }

    private Set<String> roles() {
        Set<String> roles = new HashSet<>();
        someOf(MODES).forEach(mode -> roles.add("role-" + mode));
        return roles;
    }

    private Set<String> granted() {
        Set<String> granted = new HashSet<>(KNOWN);
        granted.remove(oneOf(KNOWN));
        return granted;
    }

    private Set<String> asked() {
        Set<String> asked = someOf(KNOWN);
        if (random.nextInt(20) == 0) {
            asked.add("c:unknown");
        }
        return asked;
    }

    private Assurance assurance() {
        Map<String, Duration> ages = new HashMap<>();
        someOf(Floor.LADDER).forEach(acr -> ages.put(acr, oneOf(TIMES).minusSeconds(random.nextInt(2))));
        return new Assurance(ages);
    }

    private List<Effect> effects() {
        return switch (random.nextInt(8)) {
            case 0 -> List.of(new Effect.Refuse(new Reason("reason_" + random.nextInt(3))));
            case 1, 2 -> List.of(limit());
            case 3 -> List.of(limit(), require());
            default -> List.of(require());
        };
    }

    private Effect require() {
        return new Effect.Require(new Demand(oneOf(Floor.LADDER), bound()));
    }

    private Effect limit() {
        return new Effect.Limit(
                new Obligations(bound(), bound(), bound(), Bound.none(), Set.of(), new Rate.Unlimited()));
    }

    private Bound bound() {
        return random.nextInt(3) == 0 ? Bound.none() : Bound.atMost(oneOf(TIMES));
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Set<String> someOf(List<String> values) {
        Set<String> some = new HashSet<>();
        for (String value : values) {
            if (random.nextInt(values.size()) < 2) {
                some.add(value);
            }
        }
        return some;
    }
}
