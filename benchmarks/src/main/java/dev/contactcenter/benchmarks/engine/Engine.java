package dev.contactcenter.benchmarks.engine;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.language.CompiledPolicy;
import dev.contactcenter.language.PolicyDocument;
import dev.contactcenter.language.Reading;
import java.util.Map;

/** The pack's own engine, from the text of the document on. */
final class Engine implements Contender {

    private final CompiledPolicy policy;
    private final Map<String, NeutralRule[]> byAction;

    Engine(NeutralPolicy neutral) {
        this.policy = activate(PolicyText.of(neutral));
        this.byAction = neutral.byAction();
    }

    /** Reads and compiles a document, ready to decide. */
    static CompiledPolicy activate(String text) {
        return switch (PolicyDocument.read(text)) {
            case Reading.Valid valid -> valid.policy();
            case Reading.Invalid invalid ->
                throw new IllegalStateException("The policy of the comparison is not valid: "
                        + invalid.problems().getFirst());
        };
    }

    @Override
    public Decision decide(AccessRequest request) {
        return policy.decide(request);
    }

    @Override
    public Answer answer(AccessRequest request) {
        return answer(decide(request), request);
    }

    /** A decision about this request in the form in which contenders are compared. */
    Answer answer(Decision decision, AccessRequest request) {
        long rules = 0;
        NeutralRule[] candidates =
                byAction.getOrDefault(request.actions().iterator().next(), new NeutralRule[0]);
        for (String id : decision.grounds().told().rules()) {
            rules |= 1L << NeutralPolicy.indexOf(candidates, id);
        }
        return answer(decision, rules);
    }

    private static Answer answer(Decision decision, long rules) {
        return switch (decision) {
            case Decision.Permit(var bound, var ignored) ->
                Answer.permit(seconds(bound.tokenLifespan()), seconds(bound.freshFor()), rules);
            case Decision.StepUp(var demand, var bound, var ignored) ->
                Answer.stepUp(
                        NeutralPolicy.LEVELS.indexOf(demand.acr()),
                        seconds(demand.maxAge()),
                        seconds(bound.tokenLifespan()),
                        rules);
            case Decision.Deny(var reason, var ignored) -> Answer.deny(reason.code(), rules);
        };
    }

    private static long seconds(Bound bound) {
        return switch (bound) {
            case Bound.AtMost(var duration) -> duration.toSeconds();
            case Bound.Unbounded ignored -> Answer.UNBOUNDED;
        };
    }
}
