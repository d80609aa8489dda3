package dev.contactcenter.engine.decision;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a decision rests on. It is worked out when somebody asks: most answers are never asked for their grounds. */
public abstract class Grounds {

    /** These grounds. */
    public static Grounds of(Told told) {
        return new Given(told);
    }

    /** Nothing but the policy's label: no rule was looked at. */
    public static Grounds none(String revision) {
        return of(new Told(revision, Set.of(), Set.of(), Set.of(), List.of(), List.of(), false, Map.of(), Set.of()));
    }

    /** Nothing but the policy's label and the modes decided for. */
    public static Grounds none(String revision, Set<String> modes) {
        return of(new Told(revision, modes, Set.of(), Set.of(), List.of(), List.of(), false, Map.of(), Set.of()));
    }

    /** All of it. */
    public abstract Told told();

    /** Whether a permit rests on the grace of a live interaction. */
    public boolean isGrace() {
        return false;
    }

    /**
     * What a decision rests on.
     *
     * @param revision the policy's own label
     * @param modes the mode that was decided for: one, or none if no mode could be settled
     * @param rules ids of the enforced rules that applied and shaped the outcome
     * @param undecidable ids of those of them whose condition could not be answered and that therefore counted as applying
     * @param wouldBe what rules that only report would have demanded, by rule
     * @param excused exceptions that were used, by rule
     * @param breakGlass whether the subject is an account for emergencies, so that no rule was enforced
     * @param missing attributes that the rules asked about and that were missing, and why; not empty means that the decision is
     *     degraded
     * @param lastKnown those of them in whose place rules read what was known last; of several actions, for at least one
     */
    public record Told(
            String revision,
            Set<String> modes,
            Set<String> rules,
            Set<String> undecidable,
            List<WouldBe> wouldBe,
            List<Excuse> excused,
            boolean breakGlass,
            Map<Attribute, Absence> missing,
            Set<Attribute> lastKnown) {

        public Told {
            modes = Set.copyOf(modes);
            rules = Set.copyOf(rules);
            undecidable = Set.copyOf(undecidable);
            wouldBe = List.copyOf(wouldBe);
            excused = List.copyOf(excused);
            missing = Map.copyOf(missing);
            lastKnown = Set.copyOf(lastKnown);
        }

        /** Whether something that the rules asked about was missing. */
        public boolean degraded() {
            return !missing.isEmpty();
        }
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Grounds grounds && told().equals(grounds.told());
    }

    @Override
    public final int hashCode() {
        return told().hashCode();
    }

    @Override
    public final String toString() {
        return told().toString();
    }

    private static final class Given extends Grounds {

        private final Told told;

        private Given(Told told) {
            this.told = told;
        }

        @Override
        public Told told() {
            return told;
        }
    }
}
