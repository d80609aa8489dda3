package dev.contactcenter.engine.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The ways for a condition to hold, of which one is enough (disjunctive normal form). Only laws that hold in Kleene's logic are
 * used (De Morgan, distribution, absorption), so that a predicate without an answer has the same effect on the alternatives as on
 * the condition; in particular {@code p && !p} is kept.
 */
public sealed interface Alternatives {

    /** More would make a single rule cost as much as a policy. */
    int MOST = 64;

    /**
     * All of them.
     *
     * @param terms none if the condition never holds
     */
    record Listed(List<Term> terms) implements Alternatives {
        public Listed {
            terms = List.copyOf(terms);
        }
    }

    /** More than {@link #MOST}. */
    record TooMany() implements Alternatives {}

    /** The alternatives of a condition. */
    static Alternatives of(Formula formula) {
        return switch (formula) {
            case Formula.Constant constant -> new Listed(constant.value() ? List.of(Term.ALWAYS) : List.of());
            case Formula.Atom(Predicate predicate) -> new Listed(List.of(new Term(Set.of(predicate), Set.of())));
            case Formula.Not(Formula negated) -> ofNot(negated);
            case Formula.All(List<Formula> parts) ->
                parts.stream().map(Alternatives::of).reduce(new Listed(List.of(Term.ALWAYS)), Alternatives::and);
            case Formula.Any(List<Formula> parts) ->
                parts.stream().map(Alternatives::of).reduce(new Listed(List.of()), Alternatives::or);
        };
    }

    private static Alternatives ofNot(Formula formula) {
        return switch (formula) {
            case Formula.Constant constant -> of(new Formula.Constant(!constant.value()));
            case Formula.Atom(Predicate predicate) -> new Listed(List.of(new Term(Set.of(), Set.of(predicate))));
            case Formula.Not(Formula negated) -> of(negated);
            case Formula.All(List<Formula> parts) -> of(new Formula.Any(negated(parts)));
            case Formula.Any(List<Formula> parts) -> of(new Formula.All(negated(parts)));
        };
    }

    private static List<Formula> negated(List<Formula> parts) {
        return parts.stream().<Formula>map(Formula.Not::new).toList();
    }

    private static Alternatives and(Alternatives some, Alternatives more) {
        if (!(some instanceof Listed left) || !(more instanceof Listed right)) {
            return new TooMany();
        }
        List<Term> terms = new ArrayList<>();
        for (Term one : left.terms) {
            for (Term other : right.terms) {
                absorb(terms, one.and(other));
                if (terms.size() > MOST) {
                    return new TooMany();
                }
            }
        }
        return new Listed(terms);
    }

    private static Alternatives or(Alternatives some, Alternatives more) {
        if (!(some instanceof Listed left) || !(more instanceof Listed right)) {
            return new TooMany();
        }
        List<Term> terms = new ArrayList<>(left.terms);
        right.terms.forEach(term -> absorb(terms, term));
        return terms.size() > MOST ? new TooMany() : new Listed(terms);
    }

    /** Adds a term unless another says as much already, and drops those that it makes needless. */
    private static void absorb(List<Term> terms, Term added) {
        if (terms.stream().noneMatch(term -> term.covers(added))) {
            terms.removeIf(added::covers);
            terms.add(added);
        }
    }
}
