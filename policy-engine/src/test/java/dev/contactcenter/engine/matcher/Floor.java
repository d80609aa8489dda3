package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Obligations;
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
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small call floor: two modes, a service, four actions. Its rules are the test's. */
final class Floor {

    static final List<String> LADDER = List.of("password", "phr", "phrh");
    static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    static final Subject AGENT = person("agents");
    static final Subject SUPERVISOR = person("supervisors");
    static final Subject BOTH = person("agents", "supervisors");
    static final Subject OUTSIDER = person("visitors");
    static final Subject CONNECTOR = new Subject.Service("connector");
    static final Subject STRANGER = new Subject.Service("stranger");

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** Cannot be answered, since no signal tells it. */
    static final Formula DARK = new Formula.Atom(new Predicate.Is(Attribute.DEVICE_COMPLIANCE, "compliant"));

    private Floor() {}

    static Policy policy(Rule... rules) {
        return policy(Enforcement.ENFORCED, rules);
    }

    static Policy policy(Enforcement enforcement, Rule... rules) {
        return policy(
                new Policy.Head("r1", enforcement, new Rollout.Everyone()), Map.of(), new BreakGlass.None(), rules);
    }

    static Policy policy(Policy.Head head, Map<Signal, SignalCare> signals, BreakGlass breakGlass, Rule... rules) {
        return new Policy(
                head,
                LADDER,
                new Catalogue(
                        Map.of(
                                "view",
                                action("view"),
                                "edit",
                                action("edit"),
                                "play",
                                action("play"),
                                "ban",
                                action("ban")),
                        Map.of(
                                "agent", new Mode("agent", Set.of("agents"), Set.of("view", "edit")),
                                "supervisor",
                                        new Mode("supervisor", Set.of("supervisors"), Set.of("view", "play", "ban"))),
                        Map.of(
                                "connector",
                                new Service("connector", Set.of("view"), Bound.atMost(Duration.ofMinutes(2))))),
                Zones.NONE,
                signals,
                breakGlass,
                List.of(rules));
    }

    static Policy with(Policy policy, List<Rule> rules) {
        return new Policy(
                policy.head(),
                policy.assurance(),
                policy.catalogue(),
                policy.zones(),
                policy.signals(),
                policy.breakGlass(),
                rules);
    }

    static Policy with(Policy policy, Policy.Head head) {
        return new Policy(
                head,
                policy.assurance(),
                policy.catalogue(),
                policy.zones(),
                policy.signals(),
                policy.breakGlass(),
                policy.rules());
    }

    static Policy with(Policy policy, Map<Signal, SignalCare> signals) {
        return new Policy(
                policy.head(),
                policy.assurance(),
                policy.catalogue(),
                policy.zones(),
                signals,
                policy.breakGlass(),
                policy.rules());
    }

    static Decision decide(Policy policy, AccessRequest request) {
        return Decider.of(policy).decide(request);
    }

    static Subject person(String... roles) {
        return new Subject.Person("u1", Set.of(roles), Set.of());
    }

    static AccessRequest request(Subject subject, Set<String> modes, Set<String> actions) {
        return new AccessRequest(subject, modes, actions, Assurance.NONE, Facts.none(NOW));
    }

    static AccessRequest request(Subject subject, Set<String> actions, Map<String, Duration> proven) {
        return new AccessRequest(subject, Set.of(), actions, new Assurance(proven), Facts.none(NOW));
    }

    static Rule rule(String id, Set<String> actions, Effect... effects) {
        return rule(id, new Rule.Target.OneOf(actions), Set.of(), List.of(effects));
    }

    static Rule everywhere(String id, Set<String> modes, Effect... effects) {
        return rule(id, new Rule.Target.EveryRequest(), modes, List.of(effects));
    }

    private static Rule rule(String id, Rule.Target target, Set<String> modes, List<Effect> effects) {
        return new Rule(
                id, Rule.State.ENFORCED, target, modes, Formula.ALWAYS, new Rollout.Everyone(), List.of(), effects);
    }

    static Rule in(Rule.State state, Rule rule) {
        return new Rule(
                rule.id(),
                state,
                rule.target(),
                rule.modes(),
                rule.when(),
                rule.rollout(),
                rule.exemptions(),
                rule.effects(),
                rule.onViolation());
    }

    static Rule when(Formula when, Rule rule) {
        return new Rule(
                rule.id(),
                rule.state(),
                rule.target(),
                rule.modes(),
                when,
                rule.rollout(),
                rule.exemptions(),
                rule.effects(),
                rule.onViolation());
    }

    static Rule except(Rule rule, Exemption... exemptions) {
        return new Rule(
                rule.id(),
                rule.state(),
                rule.target(),
                rule.modes(),
                rule.when(),
                rule.rollout(),
                List.of(exemptions),
                rule.effects(),
                rule.onViolation());
    }

    static Rule rolledOut(Rollout rollout, Rule rule) {
        return new Rule(
                rule.id(),
                rule.state(),
                rule.target(),
                rule.modes(),
                rule.when(),
                rollout,
                rule.exemptions(),
                rule.effects(),
                rule.onViolation());
    }

    static Effect require(String acr) {
        return new Effect.Require(new Demand(acr, Bound.none()));
    }

    static Effect require(String acr, Duration maxAge) {
        return new Effect.Require(new Demand(acr, Bound.atMost(maxAge)));
    }

    static Effect refuse(String reason) {
        return new Effect.Refuse(new Reason(reason));
    }

    static Effect limit(Duration tokenLifespan) {
        return new Effect.Limit(Obligations.NONE.withTokenLifespan(Bound.atMost(tokenLifespan)));
    }

    /** Each of another tier: view 0, edit 1, play 2, ban 3. */
    private static Action action(String name) {
        return new Action(name, List.of("view", "edit", "play", "ban").indexOf(name), false, Set.of());
    }
}
