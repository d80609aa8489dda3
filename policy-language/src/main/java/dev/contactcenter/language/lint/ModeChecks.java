package dev.contactcenter.language.lint;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.language.lint.Doubt.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Modes whose condition never holds, or always. */
final class ModeChecks implements Check {

    @Override
    public Stream<Doubt> of(Checked policy) {
        return policy.policy().modes().values().stream()
                .filter(mode -> !mode.when().equals(Formula.ALWAYS))
                .sorted(Comparator.comparing(Mode::name))
                .flatMap(mode -> of(mode, policy.policy()));
    }

    private static Stream<Doubt> of(Mode mode, Policy policy) {
        var exclusions = new Exclusions(new Reach(policy, everything(mode)));
        Spot spot = Spot.DOCUMENT.key("modes").key(mode.name()).key("when");
        return exclusions
                .in(mode.when())
                .map(clash -> new Doubt(
                        Kind.NEVER_APPLIES,
                        spot,
                        "nobody can ever have this mode: " + clash.told(),
                        clash.asked().size() > 1 ? "write || if one of them is enough, or take it out" : "take it out"))
                .or(() -> exclusions
                        .in(new Formula.Not(mode.when()))
                        .map(clash -> new Doubt(
                                Kind.ALWAYS_HOLDS,
                                spot,
                                "this condition holds whenever it can be answered",
                                clash.asked().size() > 1
                                        ? "write && if all of it is meant, or take it out"
                                        : "take it out")))
                .stream();
    }

    /** The requests for a mode are those that a rule for this mode alone would be asked about. */
    private static Rule everything(Mode mode) {
        return new Rule(
                WouldBe.WHOLE_POLICY,
                Rule.State.ENFORCED,
                new Rule.Target.EveryRequest(),
                Set.of(mode.name()),
                mode.when(),
                new Rollout.Everyone(),
                List.of(),
                List.of());
    }
}
