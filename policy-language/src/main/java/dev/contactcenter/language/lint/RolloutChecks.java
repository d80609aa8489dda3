package dev.contactcenter.language.lint;

import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.language.lint.Doubt.Kind;
import java.util.Optional;
import java.util.stream.Stream;

/** Rollouts that reach nobody, or all. */
final class RolloutChecks implements Check {

    private static final int ALL = 100;

    @Override
    public Stream<Doubt> of(Checked policy) {
        Rollout ofPolicy = policy.policy().head().rollout();
        return Stream.concat(
                of(ofPolicy, Spot.DOCUMENT.key("rollout"), "set enforcement to report-only").stream(),
                policy.rules().stream()
                        .flatMap(written -> of(
                                written.rule().rollout(),
                                written.spot().key("rollout"),
                                "set the rule's state to report-only")
                                .stream()));
    }

    private static Optional<Doubt> of(Rollout rollout, Spot spot, String instead) {
        if (!(rollout instanceof Rollout.Pilot pilot)) {
            return Optional.empty();
        }
        if (pilot.percent() == ALL) {
            return Optional.of(new Doubt(
                    Kind.ROLLOUT_TO_EVERYBODY,
                    spot,
                    "this rollout reaches everybody, so it says nothing",
                    "take it out"));
        }
        return pilot.percent() == 0 && pilot.groups().isEmpty()
                ? Optional.of(new Doubt(Kind.ROLLOUT_TO_NOBODY, spot, "this rollout reaches nobody", instead))
                : Optional.empty();
    }
}
