package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Excuse;
import dev.contactcenter.engine.explanation.Examined;
import dev.contactcenter.engine.explanation.Examined.Role;
import dev.contactcenter.engine.explanation.Explanation;
import dev.contactcenter.engine.explanation.Weighed;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.AccessRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Explains one decision by walking through every rule as it is written, not by the masks that decide. A test holds the two
 * together for random policies and requests.
 */
final class Explainer {

    private final Decider decider;
    private final Policy policy;
    private final AccessRequest request;

    Explainer(Decider decider, AccessRequest request) {
        this.decider = decider;
        this.policy = decider.policy();
        this.request = request;
    }

    Explanation explain() {
        Optional<Grant> grant = decider.grant(request);
        Decision decision = decider.decide(request);
        List<Excuse> graces = decision.grounds().told().excused().stream()
                .filter(Excuse::isGrace)
                .toList();
        return new Explanation(
                decision,
                grant.map(Grant::modes).orElse(Set.of()),
                decider.respond(request, decision),
                policy.rules().stream()
                        .map(rule -> weigh(rule, grant).resting(graces))
                        .toList());
    }

    private Weighed weigh(Rule rule, Optional<Grant> grant) {
        if (policy.enforcement() == Enforcement.OFF) {
            return notLookedAt(rule, Weighed.Standing.POLICY_OFF);
        }
        if (rule.state() == Rule.State.DISABLED) {
            return notLookedAt(rule, Weighed.Standing.DISABLED);
        }
        return grant.filter(known -> known.byAction().keySet().containsAll(request.actions()))
                .map(known -> weigh(rule, known))
                .orElseGet(() -> notLookedAt(rule, Weighed.Standing.REFUSED_BEFORE));
    }

    private Weighed weigh(Rule rule, Grant grant) {
        List<Situation> situations = situations(grant).stream()
                .filter(situation -> Index.canMatter(rule, situation))
                .toList();
        if (situations.isEmpty()) {
            boolean otherMode = situations(grant).stream().anyMatch(each -> rule.looksAt(each.actionName()));
            return notLookedAt(rule, otherMode ? Weighed.Standing.OTHER_MODE : Weighed.Standing.OTHER_ACTION);
        }
        List<Examined> examined = new ArrayList<>();
        situations.forEach(situation -> examine(rule, situation, examined));
        examined.add(rollout(rule));
        Weighed.Standing standing = standing(rule, grant, situations);
        return new Weighed(
                rule, standing, examined, standing == Weighed.Standing.EXCUSED ? excuses(rule, grant) : List.of());
    }

    private List<Situation> situations(Grant grant) {
        return request.actions().isEmpty()
                ? List.of(new Situation(grant.mode(), null))
                : request.actions().stream()
                        .sorted()
                        .map(name ->
                                new Situation(grant.mode(), policy.actions().get(name)))
                        .toList();
    }

    private void examine(Rule rule, Situation situation, List<Examined> examined) {
        Witness caring = witness(situation);
        examined.add(caring.examine(Role.WHEN, 1, rule.when()));
        int limits = 0;
        for (Effect effect : rule.effects()) {
            if (effect instanceof Effect.Limit limit && !limit.when().equals(Formula.ALWAYS)) {
                limits++;
                examined.add(caring.examine(Role.LIMIT, limits, limit.when()));
            }
        }
        var plain = new Witness(decider.reader(), attribute -> SignalCare.NONE, request, situation);
        for (int i = 0; i < rule.exemptions().size(); i++) {
            examined.add(plain.examine(
                    Role.EXCEPTION, i + 1, rule.exemptions().get(i).condition()));
        }
    }

    /** About whoever asks, whatever the action. */
    private Examined rollout(Rule rule) {
        var anything = new Situation(null, null);
        return new Witness(decider.reader(), attribute -> SignalCare.NONE, request, anything)
                .examine(Role.ROLLOUT, 1, rule.rollout().membership());
    }

    private Witness witness(Situation situation) {
        return new Witness(decider.reader(), attribute -> policy.care(attribute.signal()), request, situation);
    }

    private Weighed.Standing standing(Rule rule, Grant grant, List<Situation> situations) {
        List<Part> parts = decider.parts(rule);
        Part whole = parts.getFirst();
        if (answer(whole, situations) == Answer.NO) {
            return Weighed.Standing.DOES_NOT_APPLY;
        }
        if (!decider.standing().isMeant(whole, request)) {
            return rule.state() == Rule.State.REPORT_ONLY
                    ? Weighed.Standing.REPORT_ONLY
                    : Weighed.Standing.OUTSIDE_ROLLOUT;
        }
        if (decider.standing().isExcused(whole, request, grant)) {
            return Weighed.Standing.EXCUSED;
        }
        if (decider.standing().isBreakGlass(request)) {
            return Weighed.Standing.WAIVED;
        }
        if (!decider.isEnforced(request)) {
            return Weighed.Standing.POLICY_REPORTS;
        }
        boolean doubtful = parts.stream().anyMatch(part -> answer(part, situations) == Answer.OPEN);
        return doubtful ? Weighed.Standing.UNANSWERED : Weighed.Standing.APPLIES;
    }

    /** One action for which it applies is enough; in doubt, one for which it may. */
    private Answer answer(Part part, List<Situation> situations) {
        Answer found = Answer.NO;
        for (Situation situation : situations) {
            Answer answer =
                    witness(situation).examine(Role.WHEN, 1, part.when()).answer();
            if (answer == Answer.YES) {
                return answer;
            }
            found = answer == Answer.OPEN ? answer : found;
        }
        return found;
    }

    private List<Excuse> excuses(Rule rule, Grant grant) {
        return decider.standing().excuses(decider.parts(rule).getFirst(), request, grant).stream()
                .map(index -> Matched.excuse(rule, rule.exemptions().get(index)))
                .toList();
    }

    private static Weighed notLookedAt(Rule rule, Weighed.Standing standing) {
        return new Weighed(rule, standing, List.of(), List.of());
    }
}
