package dev.contactcenter.language.lint;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicate.ClockField;
import dev.contactcenter.engine.condition.Predicate.Order;
import dev.contactcenter.engine.condition.Predicate.Part;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Obligations;
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
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws small policies whose rules often contradict or outdo each other, and requests. */
final class Chance {

    private static final Instant SUNDAY = Instant.parse("2026-02-01T00:00:00Z");
    private static final List<String> LEVELS = List.of("password", "phr");
    private static final List<String> TEXTS = List.of("a", "b", "ab", "ba", "aba");

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    Policy policy(int rules) {
        var actions = Map.of(
                "record:view", new Action("record:view", 0, false, Set.of()),
                "recording:play", new Action("recording:play", 3, true, Set.of()));
        var modes = Map.of(
                "agent", new Mode("agent", Set.of("agents"), Set.of("record:view")),
                "supervisor", new Mode("supervisor", Set.of("supervisors"), actions.keySet()));
        return new Policy(
                new Policy.Head("r1", Enforcement.ENFORCED, new Rollout.Everyone()),
                LEVELS,
                new Catalogue(actions, modes, Map.of()),
                Zones.NONE,
                Map.of(),
                new BreakGlass.None(),
                IntStream.range(0, rules)
                        .mapToObj(index -> rule("rule-" + index))
                        .toList());
    }

    private Rule rule(String id) {
        return new Rule(
                id,
                random.nextInt(8) == 0 ? Rule.State.REPORT_ONLY : Rule.State.ENFORCED,
                one(List.of(
                        new Rule.Target.EveryRequest(),
                        new Rule.Target.OneOf(Set.of("record:view")),
                        new Rule.Target.OneOf(Set.of("record:view", "recording:play")))),
                one(List.of(Set.of(), Set.of("agent"), Set.of("agent", "supervisor"))),
                random.nextInt(3) == 0 ? Formula.ALWAYS : formula(2),
                random.nextInt(8) == 0 ? new Rollout.Pilot(Set.of("/a"), 0, id) : new Rollout.Everyone(),
                List.of(),
                List.of(effect()));
    }

    private Effect effect() {
        Bound minutes = Bound.atMost(Duration.ofMinutes(1 + random.nextInt(2)));
        return switch (random.nextInt(4)) {
            case 0 -> new Effect.Refuse(new Reason(one(List.of("closed", "full"))));
            case 1 -> new Effect.Limit(Obligations.NONE.withTokenLifespan(minutes), formula(1));
            case 2 -> new Effect.Limit(Obligations.NONE.withTokenLifespan(minutes));
            default -> new Effect.Require(new Demand(one(LEVELS), random.nextBoolean() ? minutes : Bound.none()));
        };
    }

    Formula formula(int depth) {
        return switch (random.nextInt(depth <= 0 ? 1 : 4)) {
            case 1 -> new Formula.All(List.of(formula(depth - 1), formula(depth - 1), formula(depth - 1)));
            case 2 -> new Formula.Any(List.of(formula(depth - 1), formula(depth - 1)));
            case 3 -> new Formula.Not(formula(depth - 1));
            default -> new Formula.Atom(predicate());
        };
    }

    private Predicate predicate() {
        Order order = one(List.of(Order.values()));
        return switch (random.nextInt(10)) {
            case 0 -> new Predicate.Is(Attribute.CLIENT_ID, one(TEXTS));
            case 1 -> new Predicate.IsOneOf(Attribute.CLIENT_ID, Set.copyOf(List.of(one(TEXTS), "b")));
            case 2 -> new Predicate.Holds(Attribute.CLIENT_ID, one(List.of(Part.values())), one(TEXTS));
            case 3 -> new Predicate.Has(Attribute.USER_GROUPS, one(List.of("/a", "/a/b", "/c")));
            case 4 -> new Predicate.IsTrue(Attribute.SESSION_OFFLINE);
            case 5 -> new Predicate.NumberIs(Attribute.ACTION_TIER, order, random.nextInt(4));
            case 6 -> new Predicate.DurationIs(Attribute.SESSION_AGE, order, Duration.ofHours(random.nextInt(4)));
            case 7 -> new Predicate.TimeIs(Attribute.NOW, order, SUNDAY.plusSeconds(3600L * random.nextInt(5)));
            case 8 ->
                new Predicate.ClockIs(
                        Attribute.NOW, ClockField.HOURS, ZoneId.of("Europe/Berlin"), order, random.nextInt(5));
            default -> new Predicate.Is(Attribute.DEVICE_MANAGEMENT, one(List.of("managed", "unmanaged", "unknown")));
        };
    }

    /** With every signal, or now and then without one. */
    AccessRequest request() {
        Facts facts = Facts.none(SUNDAY.plusSeconds(1800L * random.nextInt(12)))
                .with(Signal.CLIENT, known(Map.of(Attribute.CLIENT_ID, one(TEXTS))))
                .with(
                        Signal.SESSION,
                        known(Map.of(
                                Attribute.SESSION_AGE,
                                Duration.ofMinutes(30L * random.nextInt(8)),
                                Attribute.SESSION_OFFLINE,
                                random.nextBoolean())));
        if (random.nextInt(4) > 0) {
            facts = facts.with(
                    Signal.DEVICE,
                    known(Map.of(Attribute.DEVICE_MANAGEMENT, one(List.of("managed", "unmanaged", "unknown")))));
        }
        return new AccessRequest(
                new Subject.Person(
                        "id",
                        Set.of("agents", "supervisors"),
                        one(List.of(Set.of(), Set.of("/a"), Set.of("/a", "/a/b"), Set.of("/c")))),
                Set.of(one(List.of("agent", "supervisor"))),
                one(List.of(Set.of(), Set.of("record:view"), Set.of("recording:play"))),
                new Assurance(one(List.of(
                        Map.of(),
                        Map.of("password", Duration.ofSeconds(90)),
                        Map.of("phr", Duration.ofSeconds(30)),
                        Map.of("phr", Duration.ofSeconds(150))))),
                facts);
    }

    /** A rule as if its condition always held. */
    static Stream<Rule> unconditional(Rule rule) {
        return Stream.of(new Rule(
                rule.id(),
                rule.state(),
                rule.target(),
                rule.modes(),
                Formula.ALWAYS,
                rule.rollout(),
                rule.exemptions(),
                rule.effects()));
    }

    private static Evidence<Observation> known(Map<Attribute, Object> values) {
        return new Evidence.Known<>(new Observation(values), SUNDAY);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
