package dev.contactcenter.language.lint;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.language.Quoted;
import dev.contactcenter.language.lint.Doubt.Kind;
import dev.contactcenter.language.lint.Written.Condition;
import dev.contactcenter.language.lint.Written.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Conditions that never hold, or always. */
final class ConditionChecks implements Check {

    @Override
    public Stream<Doubt> of(Checked policy) {
        return policy.rules().stream()
                .flatMap(written -> of(written, new Exclusions(new Reach(policy.policy(), written.rule()))));
    }

    private static Stream<Doubt> of(Written written, Exclusions exclusions) {
        Optional<Clash> ofRule = exclusions.in(written.rule().when());
        if (ofRule.isPresent()) {
            // Whatever else is said in a rule that never applies is not worth another word.
            return Stream.of(never(Part.RULE, written.spot().key("when"), ofRule.get()));
        }
        return written.conditions().stream()
                .filter(condition -> !condition.when().equals(Formula.ALWAYS))
                .flatMap(condition ->
                        never(condition, written, exclusions).or(() -> always(condition, exclusions)).stream());
    }

    private static Optional<Doubt> never(Condition condition, Written written, Exclusions exclusions) {
        return exclusions
                .in(new Formula.All(List.of(written.rule().when(), condition.when())))
                .map(clash -> never(condition.part(), condition.spot(), clash));
    }

    private static Doubt never(Part part, Spot spot, Clash clash) {
        // What cannot be answered exempts nobody, but it makes a rule or a limit apply.
        boolean certain = clash.isCertain() || part == Part.EXCEPTION;
        String what = certain
                ? "this " + part.word() + " can never apply"
                : "this " + part.word() + " can only apply while something is missing (" + Quoted.list(clash.signals())
                        + ")";
        String suggestion =
                clash.asked().size() > 1 ? "write || if one of them is enough, or take it out" : "take it out";
        return new Doubt(Kind.NEVER_APPLIES, spot, what + ": " + clash.told(), suggestion);
    }

    private static Optional<Doubt> always(Condition condition, Exclusions exclusions) {
        return exclusions
                .in(new Formula.Not(condition.when()))
                .filter(clash -> clash.isCertain() || condition.part() != Part.EXCEPTION)
                .map(clash -> new Doubt(
                        Kind.ALWAYS_HOLDS,
                        condition.spot(),
                        "this condition always holds, so it says nothing",
                        clash.asked().size() > 1 ? "write && if all of it is meant, or take it out" : "take it out"));
    }
}
