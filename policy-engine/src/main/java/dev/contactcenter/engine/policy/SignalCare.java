package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.request.Evidence.Absence;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a policy treats one signal. What is missing is read as it was known last where {@code lastKnown} lets that count, else as
 * unknown where {@code readAsUnknown} says so; in all other cases a condition that needs the signal cannot be answered, and its rule
 * counts as applying.
 *
 * @param maxAge an older observation counts as {@link Absence#STALE}; so does one from further in the future
 * @param readAsUnknown by tier of the action, the reasons of absence for which conditions read the declared unknown values
 * @param lastKnown by tier of the action and reason of absence, how long what was known last counts, from when it was observed
 */
public record SignalCare(
        Bound maxAge, Map<Integer, Set<Absence>> readAsUnknown, Map<Integer, Map<Absence, Duration>> lastKnown) {

    /** Never stale, never read as anything. */
    public static final SignalCare NONE = new SignalCare(Bound.none(), Map.of());

    /**
     * The reasons for which there can be something that was known last. What nobody ever told has none, and what was forged must not
     * fall back on what it tried to replace.
     */
    public static final Set<Absence> HAVING_LAST_KNOWN = Set.of(Absence.STALE, Absence.SOURCE_FAILED);

    /** @throws IllegalArgumentException if a last known value is to count for a reason that has none */
    public SignalCare {
        readAsUnknown = Map.copyOf(readAsUnknown);
        Map<Integer, Map<Absence, Duration>> copied = new HashMap<>();
        lastKnown.forEach((tier, within) -> {
            if (!HAVING_LAST_KNOWN.containsAll(within.keySet())) {
                throw new IllegalArgumentException(
                        "Only what is stale or whose source failed was known before, not " + within.keySet());
            }
            copied.put(tier, Map.copyOf(within));
        });
        lastKnown = Map.copyOf(copied);
    }

    /** Nothing that was known last counts. */
    public SignalCare(Bound maxAge, Map<Integer, Set<Absence>> readAsUnknown) {
        this(maxAge, readAsUnknown, Map.of());
    }

    /** Whether it makes a difference of which tier an action is. */
    public boolean differsByTier() {
        return !readAsUnknown.isEmpty() || !lastKnown.isEmpty();
    }

    /** For which reasons of absence the declared unknown values are read. */
    public Set<Absence> unknownFor(int tier) {
        return readAsUnknown.getOrDefault(tier, EnumSet.noneOf(Absence.class));
    }

    /** How long what was known last counts, by reason of absence. */
    public Map<Absence, Duration> lastKnownFor(int tier) {
        return lastKnown.getOrDefault(tier, Map.of());
    }
}
