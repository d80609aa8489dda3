package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.matcher.Part.Demands;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Response;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.AccessRequest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/** Tells what a refusal means for an established session: the strictest word of the rules that caused it. */
final class Violation {

    private final Policy policy;
    private final AccessRequest request;

    Violation(Policy policy, AccessRequest request) {
        this.policy = policy;
        this.request = request;
    }

    /** Rules that only limit, or whose demand is met, caused nothing; one without an answer only downscopes. */
    Response response(Decision decision) {
        if (decision instanceof Decision.Permit) {
            return Response.DOWNSCOPE;
        }
        Grounds.Told grounds = decision.grounds().told();
        Set<String> applied = new HashSet<>(grounds.rules());
        // A rule that nobody could answer refuses what it is about. That a source is down must not sign a whole floor
        // out.
        applied.removeAll(grounds.undecidable());
        return policy.rules().stream()
                .filter(rule -> rule.onViolation() != Response.DOWNSCOPE
                        && applied.contains(rule.id())
                        && !(alone(rule) instanceof Decision.Permit))
                .map(Rule::onViolation)
                .max(Comparator.naturalOrder())
                .orElse(Response.DOWNSCOPE);
    }

    private Decision alone(Rule rule) {
        var verdict = new Verdict(policy.assurance(), Obligations.NONE);
        verdict.add(Demands.of(rule.effects(), policy.assurance()));
        return verdict.on(request, Grounds.none(policy.revision()));
    }
}
