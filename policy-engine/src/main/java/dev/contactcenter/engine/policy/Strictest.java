package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Combines what the rules add, strictest wins: any refusal; else the highest acr with the shortest age; and the shortest
 * of each lifetime. The combination is commutative and adding to it never loosens, so the order of rules never matters.
 */
final class Strictest {

    private final List<String> ladder;
    private final Set<String> rules = new TreeSet<>();
    private final Set<String> undecidable = new TreeSet<>();
    private final Set<String> refusals = new TreeSet<>();
    private int level = -1;
    private Bound maxAge = Bound.none();
    private Obligations obligations = Obligations.NONE;

    Strictest(List<String> ladder) {
        this.ladder = ladder;
    }

    void add(Rule rule, Condition.Verdict verdict) {
        rules.add(rule.id());
        if (verdict == Condition.Verdict.UNDECIDABLE) {
            undecidable.add(rule.id());
        }
        rule.effects().forEach(this::add);
    }

    private void add(Effect effect) {
        switch (effect) {
            case Effect.Refuse refuse -> refusals.add(refuse.reason().code());
            case Effect.Limit limit -> obligations = obligations.and(limit.obligations());
            case Effect.Require require -> {
                level = Math.max(level, ladder.indexOf(require.demand().acr()));
                maxAge = maxAge.tighter(require.demand().maxAge());
            }
        }
    }

    Set<String> rules() {
        return rules;
    }

    Set<String> undecidable() {
        return undecidable;
    }

    Decision decide(AccessRequest request, Obligations own, Grounds grounds) {
        Obligations bound = obligations.and(own);
        if (!refusals.isEmpty()) {
            return new Decision.Deny(new Reason(refusals.iterator().next()), grounds);
        }
        if (level < 0) {
            return new Decision.Permit(bound, grounds);
        }
        if (request.subject() instanceof Subject.Service) {
            return new Decision.Deny(Reason.ASSURANCE_UNREACHABLE, grounds);
        }
        return age(request.assurance())
                .filter(maxAge::allows)
                .<Decision>map(age -> new Decision.Permit(bound.withFreshFor(remaining(age)), grounds))
                .orElseGet(() -> new Decision.StepUp(new Demand(ladder.get(level), maxAge), bound, grounds));
    }

    private Optional<Duration> age(Assurance assurance) {
        return ladder.subList(level, ladder.size()).stream()
                .flatMap(acr -> Optional.ofNullable(assurance.ages().get(acr)).stream())
                .map(age -> age.isNegative() ? Duration.ZERO : age)
                .min(Duration::compareTo);
    }

    private Bound remaining(Duration age) {
        return switch (maxAge) {
            case Bound.Unbounded none -> none;
            case Bound.AtMost limit -> Bound.atMost(limit.duration().minus(age));
        };
    }
}
