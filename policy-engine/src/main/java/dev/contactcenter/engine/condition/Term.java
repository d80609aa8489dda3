package dev.contactcenter.engine.condition;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One way for a condition to hold: all of these predicates true, all of those false.
 *
 * @param wanted predicates that must be true
 * @param unwanted predicates that must be false; one that is wanted as well makes the term impossible, but not false while the
 *     predicate cannot be answered
 */
public record Term(Set<Predicate> wanted, Set<Predicate> unwanted) {

    /** Holds whatever is asked. */
    static final Term ALWAYS = new Term(Set.of(), Set.of());

    public Term {
        wanted = Set.copyOf(wanted);
        unwanted = Set.copyOf(unwanted);
    }

    /** Whether every request that fits the other fits this one too. */
    public boolean covers(Term other) {
        return other.wanted.containsAll(wanted) && other.unwanted.containsAll(unwanted);
    }

    Term and(Term other) {
        return new Term(union(wanted, other.wanted), union(unwanted, other.unwanted));
    }

    private static Set<Predicate> union(Set<Predicate> some, Set<Predicate> more) {
        Set<Predicate> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }
}
