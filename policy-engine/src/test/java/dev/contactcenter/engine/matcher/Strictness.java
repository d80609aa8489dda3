package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Rate;

/** Compares decisions: a test's own, plain reading of "stricter", independent of the code under test. */
final class Strictness {

    private Strictness() {}

    /** Whether the first is as strict as the second in each respect, or stricter. */
    static boolean isAtLeast(Decision first, Decision second) {
        return rank(first) > rank(second)
                || (rank(first) == rank(second)
                        && switch (first) {
                            case Decision.Deny ignored -> true;
                            case Decision.StepUp one ->
                                second instanceof Decision.StepUp other
                                        && isAtLeast(one.demand(), other.demand())
                                        && isAtLeast(one.obligations(), other.obligations());
                            case Decision.Permit one ->
                                second instanceof Decision.Permit other
                                        && isAtLeast(one.obligations(), other.obligations());
                        });
    }

    private static int rank(Decision decision) {
        return switch (decision) {
            case Decision.Permit ignored -> 0;
            case Decision.StepUp ignored -> 1;
            case Decision.Deny ignored -> 2;
        };
    }

    private static boolean isAtLeast(Demand one, Demand other) {
        return Floor.LADDER.indexOf(one.acr()) >= Floor.LADDER.indexOf(other.acr())
                && isAtLeast(one.maxAge(), other.maxAge());
    }

    private static boolean isAtLeast(Obligations one, Obligations other) {
        return isAtLeast(one.tokenLifespan(), other.tokenLifespan())
                && isAtLeast(one.sessionIdle(), other.sessionIdle())
                && isAtLeast(one.sessionMax(), other.sessionMax())
                && isAtLeast(one.freshFor(), other.freshFor())
                && one.maskedFields().containsAll(other.maskedFields())
                && isAtLeast(one.rate(), other.rate());
    }

    private static boolean isAtLeast(Rate one, Rate other) {
        return other instanceof Rate.Unlimited
                || (one instanceof Rate.PerMinute mine
                        && other instanceof Rate.PerMinute theirs
                        && mine.times() <= theirs.times());
    }

    private static boolean isAtLeast(Bound one, Bound other) {
        return other instanceof Bound.Unbounded
                || (one instanceof Bound.AtMost mine
                        && other instanceof Bound.AtMost theirs
                        && mine.duration().compareTo(theirs.duration()) <= 0);
    }
}
