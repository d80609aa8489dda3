package dev.contactcenter.engine.condition;

import dev.contactcenter.engine.request.Attribute;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Looks into a condition. */
public final class Predicates {

    private Predicates() {}

    /** The attribute that a predicate asks about; nothing if it asks about a signal as a whole. */
    public static Optional<Attribute> attribute(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Is is -> Optional.of(is.attribute());
            case Predicate.IsOneOf one -> Optional.of(one.attribute());
            case Predicate.Holds part -> Optional.of(part.attribute());
            case Predicate.Has has -> Optional.of(has.attribute());
            case Predicate.IsTrue is -> Optional.of(is.attribute());
            case Predicate.NumberIs is -> Optional.of(is.attribute());
            case Predicate.DurationIs is -> Optional.of(is.attribute());
            case Predicate.TimeIs is -> Optional.of(is.attribute());
            case Predicate.ClockIs is -> Optional.of(is.attribute());
            case Predicate.InCohort ignored -> Optional.of(Attribute.USER_ID);
            case Predicate.IsMissing ignored -> Optional.empty();
        };
    }

    /** A predicate as people write it in CEL; a clause where it is none that a policy can ask in words. */
    public static String text(Predicate predicate) {
        return text(predicate, false);
    }

    /** The same, or its opposite: {@code a != "x"} rather than {@code !(a == "x")}. */
    public static String text(Predicate predicate, boolean negated) {
        return Notation.of(predicate, negated);
    }

    /** All that a condition asks, each once, in the order of its text. */
    public static Set<Predicate> in(Formula formula) {
        Set<Predicate> found = new LinkedHashSet<>();
        collect(formula, found);
        return found;
    }

    private static void collect(Formula formula, Set<Predicate> found) {
        switch (formula) {
            case Formula.Constant ignored -> {
                // Asks nothing.
            }
            case Formula.Atom(Predicate predicate) -> found.add(predicate);
            case Formula.Not(Formula negated) -> collect(negated, found);
            case Formula.All(List<Formula> parts) -> parts.forEach(part -> collect(part, found));
            case Formula.Any(List<Formula> parts) -> parts.forEach(part -> collect(part, found));
        }
    }

    /** The condition with the answers put in that are known beforehand. */
    public static Formula settled(Formula formula, Function<Predicate, Answer> known) {
        return switch (formula) {
            case Formula.Constant constant -> constant;
            case Formula.Atom(Predicate predicate) ->
                switch (known.apply(predicate)) {
                    case YES -> new Formula.Constant(true);
                    case NO -> new Formula.Constant(false);
                    case OPEN -> formula;
                };
            case Formula.Not(Formula negated) -> new Formula.Not(settled(negated, known));
            case Formula.All(List<Formula> parts) -> new Formula.All(settled(parts, known));
            case Formula.Any(List<Formula> parts) -> new Formula.Any(settled(parts, known));
        };
    }

    private static List<Formula> settled(List<Formula> parts, Function<Predicate, Answer> known) {
        return parts.stream().map(part -> settled(part, known)).toList();
    }

    /** The truth of a condition (Kleene's three-valued logic), given the answers to what it asks. */
    public static Answer judged(Formula formula, Function<Predicate, Answer> answers) {
        return switch (formula) {
            case Formula.Constant constant -> Answer.of(constant.value());
            case Formula.Atom(Predicate predicate) -> answers.apply(predicate);
            case Formula.Not(Formula negated) -> judged(negated, answers).negated();
            case Formula.All(List<Formula> parts) -> judged(parts, answers, Answer.NO);
            case Formula.Any(List<Formula> parts) -> judged(parts, answers, Answer.YES);
        };
    }

    /** One part with the deciding answer decides; else one open part leaves the whole open. */
    private static Answer judged(List<Formula> parts, Function<Predicate, Answer> answers, Answer deciding) {
        Answer found = deciding.negated();
        for (Formula part : parts) {
            Answer answer = judged(part, answers);
            if (answer == deciding) {
                return deciding;
            }
            if (answer == Answer.OPEN) {
                found = Answer.OPEN;
            }
        }
        return found;
    }
}
