package dev.contactcenter.language.lint;

import dev.contactcenter.engine.condition.Alternatives;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Term;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A rule, and how much it demands when.
 *
 * @param actions the actions of its target, as places in a list of all; none if it is for every request
 * @param loads what has no condition but the rule's own, and each limit that has
 */
record Weighed(Written written, BitSet actions, List<Load> loads) {

    /** Comparisons of two conditions: of more, nobody sees which makes which needless. */
    private static final int MOST_COMPARED = 256;

    Weighed {
        loads = List.copyOf(loads);
    }

    /**
     * Effects that apply together.
     *
     * @param terms the alternatives of their condition; empty if it never holds or has too many
     */
    record Load(List<Term> terms, List<Effect> effects, List<String> ladder) {

        private static Load of(Formula when, List<Effect> effects, List<String> ladder) {
            List<Term> terms =
                    Alternatives.of(when) instanceof Alternatives.Listed(List<Term> listed) ? listed : List.of();
            return new Load(terms, effects, ladder);
        }

        /** Whether it applies wherever the other does. */
        boolean covers(Load other) {
            return terms.size() * other.terms.size() <= MOST_COMPARED
                    && other.terms.stream().allMatch(term -> terms.stream().anyMatch(mine -> mine.covers(term)));
        }
    }

    static Weighed of(Written written, List<String> actions, List<String> ladder) {
        var target = new BitSet(actions.size());
        if (written.rule().target() instanceof Rule.Target.OneOf(Set<String> named)) {
            named.forEach(name -> target.set(Collections.binarySearch(actions, name)));
        }
        return new Weighed(written, target, loads(written.rule(), ladder));
    }

    private static List<Load> loads(Rule rule, List<String> ladder) {
        List<Load> loads = new ArrayList<>();
        List<Effect> together = new ArrayList<>();
        for (Effect effect : rule.effects()) {
            if (effect instanceof Effect.Limit limit && !limit.when().equals(Formula.ALWAYS)) {
                loads.add(Load.of(new Formula.All(List.of(rule.when(), limit.when())), List.of(limit), ladder));
            } else {
                together.add(effect);
            }
        }
        if (!together.isEmpty()) {
            loads.addFirst(Load.of(rule.when(), together, ladder));
        }
        return loads;
    }

    Rule rule() {
        return written.rule();
    }

    /** Whether it applies wherever the other does, and demands at least as much there. */
    boolean outweighs(Weighed other) {
        return reaches(other)
                && other.loads.stream().noneMatch(load -> load.terms.isEmpty())
                && other.loads.stream().allMatch(this::outweighs);
    }

    private boolean outweighs(Load other) {
        List<Effect> there = loads.stream()
                .filter(load -> load.covers(other))
                .flatMap(load -> load.effects.stream())
                .toList();
        return Weight.of(there, other.ladder).isAtLeast(Weight.of(other.effects, other.ladder));
    }

    private boolean reaches(Weighed other) {
        Set<String> modes = rule().modes();
        Set<String> others = other.rule().modes();
        boolean inModes = modes.isEmpty() || (!others.isEmpty() && modes.containsAll(others));
        return inModes && (isForEveryRequest() || (!other.isForEveryRequest() && contains(other.actions)));
    }

    private boolean contains(BitSet others) {
        BitSet beyond = (BitSet) others.clone();
        beyond.andNot(actions);
        return beyond.isEmpty();
    }

    boolean isForEveryRequest() {
        return rule().target() instanceof Rule.Target.EveryRequest;
    }
}
