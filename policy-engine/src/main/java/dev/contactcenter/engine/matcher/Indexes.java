package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Term;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.SignalCare;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the index of each situation; situations in which the same rules can matter alike share one. */
final class Indexes {

    /** A request without an action has no tier whose care could apply. */
    private static final int NO_TIER = -1;

    /** How often a rule may be looked at for a situation: 1,000 rules for 20,000 pairs of a mode and an action. */
    private static final long MOST_LOOKS = 20_000_000;

    /** How many masks all indexes may have: some 100 MB. */
    private static final long MOST_TERMS = 2_000_000;

    private final Policy policy;
    private final List<Part> parts;
    private final boolean tiersMatter;
    private final Map<Key, Index> made = new HashMap<>();
    private long looks;
    private long terms;

    Indexes(Policy policy, List<Part> parts) {
        this.policy = policy;
        this.parts = parts;
        tiersMatter = policy.signals().values().stream().anyMatch(SignalCare::differsByTier);
    }

    /** What two situations must have in common to share an index. */
    private record Key(int tier, List<Integer> parts, List<List<Term>> situational) {}

    Index of(Situation situation) {
        looks += parts.size();
        if (looks > MOST_LOOKS) {
            throw tooLarge();
        }
        List<Page.Line> lines = Index.lines(parts, situation);
        int tier = situation.action() == null || !tiersMatter
                ? NO_TIER
                : situation.action().tier();
        return made.computeIfAbsent(key(tier, lines), key -> index(lines, tier));
    }

    private static Key key(int tier, List<Page.Line> lines) {
        List<Integer> numbers = new ArrayList<>();
        List<List<Term>> situational = new ArrayList<>();
        for (Page.Line line : lines) {
            numbers.add(line.part().number());
            if (line.part().ways().situational()) {
                situational.add(line.terms());
            }
        }
        return new Key(tier, numbers, situational);
    }

    private Index index(List<Page.Line> lines, int tier) {
        terms += lines.stream().mapToLong(line -> line.terms().size()).sum();
        if (terms > MOST_TERMS) {
            throw tooLarge();
        }
        return new Index(policy, lines, tier);
    }

    private static PolicyTooLargeException tooLarge() {
        return new PolicyTooLargeException("", "its rules, modes and actions multiply to more than can be compiled");
    }
}
