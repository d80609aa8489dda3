package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small call floor: two modes, a service, four actions. Its rules are the test's. */
final class Floor {

    static final List<String> LADDER = List.of("password", "phr", "phrh");
    static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    static final Subject AGENT = new Subject.Person(Set.of("agents"));
    static final Subject SUPERVISOR = new Subject.Person(Set.of("supervisors"));
    static final Subject BOTH = new Subject.Person(Set.of("agents", "supervisors"));
    static final Subject OUTSIDER = new Subject.Person(Set.of("visitors"));
    static final Subject CONNECTOR = new Subject.Service("connector");
    static final Subject STRANGER = new Subject.Service("stranger");

    private Floor() {}

    static Policy policy(Rule... rules) {
        return policy(Enforcement.ENFORCED, rules);
    }

    static Policy policy(Enforcement enforcement, Rule... rules) {
        return new Policy(
                "r1",
                enforcement,
                LADDER,
                Map.of("view", action("view"), "edit", action("edit"), "play", action("play"), "ban", action("ban")),
                Map.of(
                        "agent", new Mode("agent", Set.of("agents"), Set.of("view", "edit")),
                        "supervisor", new Mode("supervisor", Set.of("supervisors"), Set.of("view", "play", "ban"))),
                Map.of("connector", new Service("connector", Set.of("view"), Bound.atMost(Duration.ofMinutes(2)))),
                List.of(rules));
    }

    static AccessRequest request(Subject subject, Set<String> modes, Set<String> actions) {
        return new AccessRequest(subject, modes, actions, Assurance.NONE);
    }

    static AccessRequest request(Subject subject, Set<String> actions, Map<String, Duration> proven) {
        return new AccessRequest(subject, Set.of(), actions, new Assurance(proven));
    }

    static Rule rule(String id, Set<String> actions, Effect... effects) {
        return new Rule(
                id, Rule.State.ENFORCED, new Rule.Target.OneOf(actions), Set.of(), Condition.ALWAYS, List.of(effects));
    }

    static Rule everywhere(String id, Set<String> modes, Effect... effects) {
        return new Rule(
                id, Rule.State.ENFORCED, new Rule.Target.EveryRequest(), modes, Condition.ALWAYS, List.of(effects));
    }

    static Rule in(Rule.State state, Rule rule) {
        return new Rule(rule.id(), state, rule.target(), rule.modes(), rule.condition(), rule.effects());
    }

    static Rule when(Condition condition, Rule rule) {
        return new Rule(rule.id(), rule.state(), rule.target(), rule.modes(), condition, rule.effects());
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

    private static Action action(String name) {
        return new Action(name, 0, false, Set.of());
    }
}
