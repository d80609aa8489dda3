package dev.contactcenter.language.lint;

import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.language.lint.Doubt.Kind;
import java.util.Optional;
import java.util.stream.Stream;

/** Rollouts that reach nobody, or all. */
final class RolloutChecks implements Check {

    private static final int ALL = 100;

    @Override
    public Stream<Doubt> of(Checked policy) {
        Stream<Doubt> ofPolicy = of(
                policy.policy().head().rollout(),
                Spot.DOCUMENT.key("rollout"),
                policy.policy().services().isEmpty(),
                "set enforcement to report-only")
                .stream();
        return Stream.concat(
                ofPolicy, policy.rules().stream().flatMap(written -> of(written, policy.policy()).stream()));
    }

    private static Optional<Doubt> of(Written written, Policy policy) {
        Rule rule = written.rule();
        return of(
                rule.rollout(),
                written.spot().key("rollout"),
                policy.services().isEmpty() || !rule.modes().isEmpty(),
                "set the rule's state to report-only");
    }

    /** @param peopleOnly whether no service is concerned: services belong to no cohort */
    private static Optional<Doubt> of(Rollout rollout, Spot spot, boolean peopleOnly, String instead) {
        if (!(rollout instanceof Rollout.Pilot pilot)) {
            return Optional.empty();
        }
        if (pilot.percent() == ALL) {
            return Optional.of(new Doubt(
                    Kind.ROLLOUT_TO_EVERYBODY,
                    spot,
                    peopleOnly
                            ? "this rollout reaches everybody, so it says nothing"
                            : "this rollout reaches every person, but no service",
                    peopleOnly ? "take it out" : "take it out if it should hold for services too"));
        }
        return pilot.percent() == 0 && pilot.groups().isEmpty()
                ? Optional.of(new Doubt(Kind.ROLLOUT_TO_NOBODY, spot, "this rollout reaches nobody", instead))
                : Optional.empty();
    }
}
