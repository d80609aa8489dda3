package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Decides one request: first whether the mode grants it at all, then what the rules add. */
final class Decider {

    private final Policy policy;
    private final AccessRequest request;

    Decider(Policy policy, AccessRequest request) {
        this.policy = policy;
        this.request = request;
    }

    Decision decide() {
        return switch (policy.enforcement()) {
            case ENFORCED -> decideStrictly();
            case REPORT_ONLY -> reportOnly(decideStrictly());
            case OFF -> new Decision.Permit(Obligations.NONE, grounds(Set.of(), Set.of(), Set.of(), List.of()));
        };
    }

    private Decision decideStrictly() {
        return switch (ModeChoice.of(policy, request)) {
            case ModeChoice.Refused refused -> deny(refused.reason(), Set.of());
            case ModeChoice.Settled settled ->
                grantedBy(settled.mode().actions(), Set.of(settled.mode().name()));
            case ModeChoice.NotApplicable ignored ->
                switch (request.subject()) {
                    case Subject.Service service -> grantedBy(serviceActions(service), Set.of());
                    case Subject.Person ignoredPerson -> grantedBy(Set.of(), Set.of());
                };
        };
    }

    private Set<String> serviceActions(Subject.Service service) {
        Service known = policy.services().get(service.clientId());
        return known == null ? Set.of() : known.actions();
    }

    private Decision grantedBy(Set<String> granted, Set<String> modes) {
        if (!policy.actions().keySet().containsAll(request.actions())) {
            return deny(Reason.ACTION_UNKNOWN, modes);
        }
        if (!granted.containsAll(request.actions())) {
            return deny(Reason.ACTION_NOT_GRANTED, modes);
        }
        return combine(modes);
    }

    private Decision combine(Set<String> modes) {
        var enforced = new Strictest(policy.assurance());
        List<WouldBe> wouldBe = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            if (targets(rule, modes)) {
                apply(rule, enforced, wouldBe);
            }
        }
        wouldBe.sort(Comparator.comparing(WouldBe::rule));
        Grounds grounds = grounds(modes, enforced.rules(), enforced.undecidable(), wouldBe);
        return enforced.decide(request, ownLimits(), grounds);
    }

    private void apply(Rule rule, Strictest enforced, List<WouldBe> wouldBe) {
        Condition.Verdict verdict = rule.condition().judge(request);
        if (verdict == Condition.Verdict.DOES_NOT_APPLY) {
            return;
        }
        switch (rule.state()) {
            case ENFORCED -> {
                enforced.add(rule, verdict);
                if (policy.enforcement() == Enforcement.REPORT_ONLY) {
                    wouldBe.add(alone(rule, verdict));
                }
            }
            case REPORT_ONLY -> wouldBe.add(alone(rule, verdict));
            case DISABLED -> {
                // Kept in the document, deliberately without effect.
            }
        }
    }

    private WouldBe alone(Rule rule, Condition.Verdict verdict) {
        var alone = new Strictest(policy.assurance());
        alone.add(rule, verdict);
        Grounds nothing = grounds(Set.of(), Set.of(), Set.of(), List.of());
        return told(rule.id(), alone.decide(request, Obligations.NONE, nothing));
    }

    private boolean targets(Rule rule, Set<String> modes) {
        boolean inMode = rule.modes().isEmpty() || modes.stream().anyMatch(rule.modes()::contains);
        return inMode
                && switch (rule.target()) {
                    case Rule.Target.EveryRequest ignored -> true;
                    case Rule.Target.OneOf some -> request.actions().stream().anyMatch(some.actions()::contains);
                };
    }

    private Obligations ownLimits() {
        return switch (request.subject()) {
            case Subject.Service service -> {
                Service known = policy.services().get(service.clientId());
                yield known == null ? Obligations.NONE : Obligations.NONE.withTokenLifespan(known.tokenLifespan());
            }
            case Subject.Person ignored -> Obligations.NONE;
        };
    }

    /** No rule shaped this permit, so none is named as its cause: what the rules say is told as would-be. */
    private Decision reportOnly(Decision strict) {
        List<WouldBe> wouldBe = new ArrayList<>(strict.grounds().wouldBe());
        wouldBe.add(told(WouldBe.WHOLE_POLICY, strict));
        return new Decision.Permit(
                Obligations.NONE,
                grounds(strict.grounds().modes(), Set.of(), strict.grounds().undecidable(), wouldBe));
    }

    private static WouldBe told(String rule, Decision decision) {
        return switch (decision) {
            case Decision.Permit ignored -> new WouldBe(rule, "permit", "");
            case Decision.StepUp stepUp ->
                new WouldBe(rule, "step_up", stepUp.demand().acr());
            case Decision.Deny deny -> new WouldBe(rule, "deny", deny.reason().code());
        };
    }

    private Decision deny(Reason reason, Set<String> modes) {
        return new Decision.Deny(reason, grounds(modes, Set.of(), Set.of(), List.of()));
    }

    private Grounds grounds(Set<String> modes, Set<String> rules, Set<String> undecidable, List<WouldBe> wouldBe) {
        return new Grounds(policy.revision(), modes, rules, undecidable, wouldBe);
    }
}
