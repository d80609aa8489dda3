package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Cohort;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Excuse;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Exemption;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides as the documentation says, rule by rule, once a mode is settled and the actions are granted: what the compiled matcher is
 * compared with. It does not tell what was missing.
 */
final class PlainDecider {

    private final Policy policy;
    private final AccessRequest request;
    private final String mode;
    private final Obligations own;

    PlainDecider(Policy policy, AccessRequest request, Set<String> modes) {
        this.policy = policy;
        this.request = request;
        mode = modes.isEmpty() ? Attribute.NONE : modes.iterator().next();
        own = request.subject() instanceof Subject.Service(String clientId)
                ? Optional.ofNullable(policy.services().get(clientId))
                        .map(service -> service.own().about(request.actions()))
                        .orElse(Obligations.NONE)
                : Obligations.NONE;
    }

    Decision decide() {
        boolean breakGlass = isBreakGlass();
        List<Effect> effects = new ArrayList<>(
                breakGlass && policy.breakGlass() instanceof BreakGlass.Accounts accounts
                        ? accounts.effects()
                        : List.of());
        Set<String> rules = new TreeSet<>();
        Set<String> undecidable = new TreeSet<>();
        List<WouldBe> wouldBe = new ArrayList<>();
        List<Excuse> excused = new ArrayList<>();
        for (Rule rule : applying()) {
            if (rule.state() == Rule.State.REPORT_ONLY || !isReached(rule.rollout())) {
                wouldBe.add(alone(rule));
            } else if (isExcused(rule)) {
                excused.addAll(excuses(rule));
            } else if (breakGlass) {
                wouldBe.add(alone(rule));
            } else {
                rules.add(rule.id());
                effects.addAll(added(rule));
                if (isDoubtful(rule)) {
                    undecidable.add(rule.id());
                }
            }
        }
        Set<String> modes = mode.equals(Attribute.NONE) ? Set.of() : Set.of(mode);
        return combined(
                effects,
                own,
                new Grounds.Told(
                        policy.revision(),
                        modes,
                        rules,
                        undecidable,
                        wouldBe,
                        excused,
                        breakGlass,
                        Map.of(),
                        Set.of()));
    }

    private List<Rule> applying() {
        return policy.rules().stream()
                .filter(rule -> rule.state() != Rule.State.DISABLED)
                .filter(rule -> rule.modes().isEmpty() || rule.modes().contains(mode))
                .filter(rule -> readings(rule).stream().anyMatch(one -> one.ofRule(rule.when()) != Answer.NO))
                .sorted(Comparator.comparing(Rule::id))
                .toList();
    }

    private List<PlainReading> readings(Rule rule) {
        if (request.actions().isEmpty()) {
            return rule.looksAt("") ? List.of(new PlainReading(policy, request, mode, Optional.empty())) : List.of();
        }
        return request.actions().stream()
                .filter(rule::looksAt)
                .map(name -> new PlainReading(
                        policy,
                        request,
                        mode,
                        Optional.ofNullable(policy.actions().get(name))))
                .toList();
    }

    private boolean isReached(Rollout rollout) {
        return switch (rollout) {
            case Rollout.Everyone ignored -> true;
            case Rollout.Pilot pilot ->
                pilot.percent() == 100
                        || (request.subject() instanceof Subject.Person person
                                && (!Collections.disjoint(person.groups(), pilot.groups())
                                        || Cohort.part(pilot.cohort(), person.id()) < pilot.percent()));
        };
    }

    private boolean isBreakGlass() {
        return policy.breakGlass() instanceof BreakGlass.Accounts accounts
                && request.subject() instanceof Subject.Person person
                && (!Collections.disjoint(person.groups(), accounts.groups())
                        || !Collections.disjoint(person.roles(), accounts.roles()));
    }

    private boolean isExcused(Rule rule) {
        return readings(rule).stream()
                .allMatch(reading -> rule.exemptions().stream().anyMatch(one -> holds(one, reading)));
    }

    private List<Excuse> excuses(Rule rule) {
        return readings(rule).stream()
                .flatMap(reading -> rule.exemptions().stream().filter(one -> holds(one, reading)))
                .distinct()
                .map(one -> new Excuse(rule.id(), one.reason(), one.approvedBy(), one.until()))
                .toList();
    }

    private static boolean holds(Exemption exemption, PlainReading reading) {
        return reading.ofException(exemption.condition()) == Answer.YES;
    }

    /** What the rule adds: a limit with a condition of its own only where that may hold as well. */
    private List<Effect> added(Rule rule) {
        return rule.effects().stream()
                .filter(effect -> answers(rule, effect).stream().anyMatch(answer -> answer != Answer.NO))
                .toList();
    }

    private boolean isDoubtful(Rule rule) {
        List<Effect> all = new ArrayList<>(added(rule));
        all.add(new Effect.Limit(Obligations.NONE));
        return all.stream().anyMatch(effect -> !answers(rule, effect).contains(Answer.YES));
    }

    private List<Answer> answers(Rule rule, Effect effect) {
        Formula when = effect instanceof Effect.Limit limit
                ? new Formula.All(List.of(rule.when(), limit.when()))
                : rule.when();
        return readings(rule).stream().map(reading -> reading.ofRule(when)).toList();
    }

    private WouldBe alone(Rule rule) {
        return switch (combined(added(rule), Obligations.NONE, Grounds.none("").told())) {
            case Decision.Permit ignored -> new WouldBe(rule.id(), "permit", "");
            case Decision.StepUp stepUp ->
                new WouldBe(rule.id(), "step_up", stepUp.demand().acr());
            case Decision.Deny deny ->
                new WouldBe(rule.id(), "deny", deny.reason().code());
        };
    }

    private Decision combined(List<Effect> effects, Obligations first, Grounds.Told told) {
        List<String> refusals = new ArrayList<>();
        Obligations obligations = first;
        Bound maxAge = Bound.none();
        int level = -1;
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Refuse refuse -> refusals.add(refuse.reason().code());
                case Effect.Limit limit -> obligations = obligations.and(limit.obligations());
                case Effect.Require require -> {
                    maxAge = maxAge.tighter(require.demand().maxAge());
                    level = Math.max(
                            level, Floor.LADDER.indexOf(require.demand().acr()));
                }
            }
        }
        Grounds grounds = Grounds.of(told);
        if (!refusals.isEmpty()) {
            return new Decision.Deny(new Reason(Collections.min(refusals)), grounds);
        }
        if (level < 0) {
            return new Decision.Permit(obligations, grounds);
        }
        return request.subject() instanceof Subject.Service
                ? new Decision.Deny(Reason.ASSURANCE_UNREACHABLE, grounds)
                : proven(new Demand(Floor.LADDER.get(level), maxAge), obligations, grounds);
    }

    private Decision proven(Demand demand, Obligations obligations, Grounds grounds) {
        List<String> enough = Floor.LADDER.subList(Floor.LADDER.indexOf(demand.acr()), Floor.LADDER.size());
        Optional<Duration> age = enough.stream()
                .flatMap(acr -> Optional.ofNullable(request.assurance().ages().get(acr)).stream())
                .min(Comparator.naturalOrder());
        if (age.isEmpty() || !demand.maxAge().allows(age.get())) {
            return new Decision.StepUp(demand, obligations, grounds);
        }
        return new Decision.Permit(
                demand.maxAge() instanceof Bound.AtMost(Duration most)
                        ? obligations.withFreshFor(Bound.atMost(most.minus(age.get())))
                        : obligations,
                grounds);
    }
}
