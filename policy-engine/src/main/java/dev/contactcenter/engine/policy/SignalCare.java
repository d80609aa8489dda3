package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.request.Evidence.Absence;
import java.util.Map;
import java.util.Set;

/**
 * How a policy treats one signal.
 *
 * @param maxAge an older observation counts as {@link Absence#STALE}; so does one from further in the future
 * @param readAsUnknown by tier of the action, the reasons of absence for which conditions read the declared unknown values; in all
 *     other cases a condition that needs the signal cannot be answered, and its rule counts as applying
 */
public record SignalCare(Bound maxAge, Map<Integer, Set<Absence>> readAsUnknown) {

    /** Never stale, never read as anything. */
    public static final SignalCare NONE = new SignalCare(Bound.none(), Map.of());

    public SignalCare {
        readAsUnknown = Map.copyOf(readAsUnknown);
    }
}
