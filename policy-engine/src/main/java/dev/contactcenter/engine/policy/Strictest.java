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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Combines what the rules add, strictest wins: any refusal; else every demand has to be met; and the shortest of each
 * lifetime. Where a demand is not met, the step-up asks for the highest acr and the shortest age of them all, which meets
 * each. The combination is commutative and adding to it never loosens, so the order of rules never matters.
 */
final class Strictest {

    private final List<String> ladder;
    private final Set<String> rules = new TreeSet<>();
    private final Set<String> undecidable = new TreeSet<>();
    private final Set<String> refusals = new TreeSet<>();
    private final List<Demand> demands = new ArrayList<>();
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
            case Effect.Require require -> demands.add(require.demand());
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
        if (request.subject() instanceof Subject.Service && !demands.isEmpty()) {
            return new Decision.Deny(Reason.ASSURANCE_UNREACHABLE, grounds);
        }
        for (Demand demand : demands) {
            switch (freshness(demand, request.assurance())) {
                case Freshness.Lasting lasting -> bound = bound.withFreshFor(lasting.remaining());
                case Freshness.Lacking ignored -> {
                    return new Decision.StepUp(strongest(), obligations.and(own), grounds);
                }
            }
        }
        return new Decision.Permit(bound, grounds);
    }

    /** Whether a demand is met, and for how long it stays so. */
    private sealed interface Freshness {
        record Lasting(Bound remaining) implements Freshness {}

        record Lacking() implements Freshness {}
    }

    private Freshness freshness(Demand demand, Assurance assurance) {
        return age(demand, assurance)
                .filter(demand.maxAge()::allows)
                .<Freshness>map(age -> new Freshness.Lasting(remaining(demand.maxAge(), age)))
                .orElseGet(Freshness.Lacking::new);
    }

    /** The time since the demanded level, or any above it, was proven. */
    private Optional<Duration> age(Demand demand, Assurance assurance) {
        return ladder.subList(ladder.indexOf(demand.acr()), ladder.size()).stream()
                .flatMap(acr -> Optional.ofNullable(assurance.ages().get(acr)).stream())
                .map(age -> age.isNegative() ? Duration.ZERO : age)
                .min(Duration::compareTo);
    }

    private Demand strongest() {
        String acr = demands.stream()
                .map(Demand::acr)
                .max(Comparator.comparingInt(ladder::indexOf))
                .orElseThrow();
        Bound maxAge = demands.stream().map(Demand::maxAge).reduce(Bound.none(), Bound::tighter);
        return new Demand(acr, maxAge);
    }

    private static Bound remaining(Bound maxAge, Duration age) {
        return switch (maxAge) {
            case Bound.Unbounded none -> none;
            case Bound.AtMost limit -> Bound.atMost(limit.duration().minus(age));
        };
    }
}
