package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Formula;
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
import dev.contactcenter.engine.policy.Exemption;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.policy.Service;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Random policies over a vocabulary so small that rules and requests meet. The same seed gives the same ones. */
final class Chance {

    static final List<String> ACTIONS = List.of("a:view", "a:edit", "b:view", "b:edit");
    static final List<String> MODES = List.of("agent", "supervisor", "analyst");
    static final List<String> GROUPS = List.of("/teams/billing", "/sites/north", "/pilot", "/break-glass");

    private static final List<String> FIELDS = List.of("billing.iban", "record.phone", "record.email");

    private final Draw draw;
    private final ChanceFormula conditions;
    private final ChanceFormula exceptions;
    private final boolean anything;

    private Chance(Draw draw, boolean anything) {
        this.draw = draw;
        this.anything = anything;
        conditions = anything ? ChanceFormula.ofAnything(draw) : ChanceFormula.ofSituation(draw);
        exceptions = anything ? conditions : ChanceFormula.ofRequest(draw);
    }

    /** Policies that documents can say. Their exceptions do not differ between the actions of one request. */
    Chance(long seed) {
        this(new Draw(seed), false);
    }

    /** Policies of many rules that ask anything, also what no document can say. */
    static Chance ofAnything(long seed) {
        return new Chance(new Draw(seed), true);
    }

    AccessRequest request() {
        return requests().any();
    }

    Formula formula(int depth) {
        return conditions.any(depth);
    }

    ChanceRequest requests() {
        return new ChanceRequest(draw);
    }

    Policy policy() {
        List<Rule> rules = new ArrayList<>();
        for (int i = draw.below(anything ? 160 : 9); i > 0; i--) {
            rules.add(rule("r" + i, draw.once(3) ? draw.oneOf(List.of(Rule.State.values())) : Rule.State.ENFORCED));
        }
        return new Policy(
                new Policy.Head("seeded", Enforcement.ENFORCED, new Rollout.Everyone()),
                Floor.LADDER,
                catalogue(),
                Zones.NONE,
                care(),
                draw.once(3) ? breakGlass() : new BreakGlass.None(),
                rules);
    }

    private Catalogue catalogue() {
        Map<String, Action> actions = new HashMap<>();
        for (int i = 0; i < ACTIONS.size(); i++) {
            actions.put(ACTIONS.get(i), new Action(ACTIONS.get(i), i, i > 1, Set.of()));
        }
        Map<String, Mode> modes = new HashMap<>();
        MODES.forEach(name -> modes.put(name, new Mode(name, Set.of("role-" + name), granted())));
        return new Catalogue(actions, modes, Map.of("connector", new Service("connector", granted(), bound())));
    }

    private Map<Signal, SignalCare> care() {
        Map<Signal, SignalCare> care = new HashMap<>();
        for (Signal signal : List.of(Signal.DEVICE, Signal.NETWORK, Signal.RISK)) {
            if (draw.once(2)) {
                Map<Integer, Set<Absence>> unknown = new HashMap<>();
                draw.someOf(List.of(0, 1, 2, 3)).forEach(tier -> unknown.put(tier, reasons()));
                Map<Integer, Map<Absence, Duration>> lastKnown = new HashMap<>();
                draw.someOf(List.of(0, 1, 2, 3)).forEach(tier -> lastKnown.put(tier, within()));
                care.put(signal, new SignalCare(bound(), unknown, lastKnown));
            }
        }
        return care;
    }

    private Map<Absence, Duration> within() {
        Map<Absence, Duration> within = new HashMap<>();
        draw.someOf(List.of(Absence.STALE, Absence.SOURCE_FAILED)).forEach(why -> within.put(why, draw.time()));
        return within;
    }

    private Set<Absence> reasons() {
        return draw.someOf(List.of(Absence.values()));
    }

    private BreakGlass breakGlass() {
        return new BreakGlass.Accounts(Set.of("/break-glass"), Set.of("emergency"), effects());
    }

    Rule rule(String id, Rule.State state) {
        return rule(id, state, draw.once(4) ? rollout() : new Rollout.Everyone());
    }

    Rule rule(String id, Rule.State state, Rollout rollout) {
        Rule.Target target =
                draw.once(anything ? 2 : 4) ? new Rule.Target.EveryRequest() : new Rule.Target.OneOf(some(ACTIONS));
        Set<String> modes = draw.once(2) ? Set.of() : some(MODES);
        List<Exemption> exemptions = new ArrayList<>();
        for (int i = draw.below(6) - 3; i > 0; i--) {
            exemptions.add(exemption());
        }
        return new Rule(id, state, target, modes, when(), rollout, exemptions, effects());
    }

    /** A condition of a rule: that a signal is missing can only make it apply more often. */
    Formula when() {
        Formula when = conditions.any(3);
        return draw.once(6) ? new Formula.Any(List.of(when, conditions.missing())) : when;
    }

    private Rollout rollout() {
        return new Rollout.Pilot(Set.of("/pilot"), draw.oneOf(List.of(0, 25, 50, 100)), "wave-1");
    }

    Exemption exemption() {
        return new Exemption(
                draw.once(3) ? draw.someOf(GROUPS) : Set.of(),
                draw.once(4) ? Set.of("role-agent") : Set.of(),
                draw.once(4) ? Set.of("desktop") : Set.of(),
                exceptions.any(2),
                draw.oneOf(List.of(Instant.MAX, Floor.NOW, Floor.NOW.plusNanos(1))),
                "site move",
                "CISO office " + draw.below(3));
    }

    private List<Effect> effects() {
        return switch (draw.below(10)) {
            case 0 -> List.of(new Effect.Refuse(new Reason("reason_" + draw.below(3))));
            case 1 -> List.of(limit(when()), new Effect.Refuse(new Reason("reason_" + draw.below(3))));
            case 2, 3 -> List.of(limit(Formula.ALWAYS));
            case 4 -> List.of(limit(when()), limit(when()));
            case 5 -> List.of(limit(Formula.ALWAYS), require(), limit(when()));
            default -> List.of(require());
        };
    }

    private Effect require() {
        return new Effect.Require(new Demand(draw.oneOf(Floor.LADDER), bound()));
    }

    private Effect limit(Formula when) {
        Rate rate = draw.once(2) ? new Rate.Unlimited() : new Rate.PerMinute(1 + draw.below(60));
        return new Effect.Limit(
                new Obligations(bound(), bound(), bound(), Bound.none(), draw.someOf(FIELDS), rate), when);
    }

    private Bound bound() {
        return draw.once(3) ? Bound.none() : Bound.atMost(draw.time());
    }

    private Set<String> granted() {
        Set<String> granted = new HashSet<>(ACTIONS);
        granted.remove(draw.oneOf(ACTIONS));
        return granted;
    }

    private Set<String> some(List<String> names) {
        return draw.someOf(names);
    }

    Policy shuffled(Policy policy) {
        return Floor.with(policy, draw.shuffled(policy.rules()));
    }

    Policy and(Policy policy, Rule rule) {
        List<Rule> rules = new ArrayList<>(policy.rules());
        rules.add(draw.below(rules.size() + 1), rule);
        return Floor.with(policy, rules);
    }

    <T> T oneOf(List<T> values) {
        return draw.oneOf(values);
    }
}
