package dev.contactcenter.engine.request;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the signals told about one request. The engine itself derives what the rest of the request says: the user, the mode,
 * the action, and the level and age of the authentication.
 */
public final class Facts {

    private static final Evidence<Observation> NOT_PROVIDED = new Evidence.Missing<>(Evidence.Absence.NOT_PROVIDED);

    private final Instant now;
    private final Evidence<Observation>[] bySlot;

    /**
     * Facts at a moment.
     *
     * @param now the moment of the decision, which ages are counted to
     * @param signals a signal that is not a key was not provided
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Facts(Instant now, Map<Signal, Evidence<Observation>> signals) {
        this.now = now;
        bySlot = new Evidence[Signal.values().length];
        Arrays.fill(bySlot, NOT_PROVIDED);
        signals.forEach((signal, evidence) -> bySlot[signal.slot()] = evidence);
    }

    /** No signal at all. */
    public static Facts none(Instant now) {
        return new Facts(now, Map.of());
    }

    /** The moment of the decision. */
    public Instant now() {
        return now;
    }

    /** What one signal told, or why it told nothing. */
    public Evidence<Observation> evidence(Signal signal) {
        return bySlot[signal.slot()];
    }

    /** What every signal told, or why it told nothing. */
    public Map<Signal, Evidence<Observation>> signals() {
        Map<Signal, Evidence<Observation>> signals = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            signals.put(signal, evidence(signal));
        }
        return Collections.unmodifiableMap(signals);
    }

    /** The same with one signal in place of what was known of it. */
    public Facts with(Signal signal, Evidence<Observation> evidence) {
        Map<Signal, Evidence<Observation>> changed = new EnumMap<>(signals());
        changed.put(signal, evidence);
        return new Facts(now, changed);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Facts facts && now.equals(facts.now) && Arrays.equals(bySlot, facts.bySlot));
    }

    @Override
    public int hashCode() {
        return 31 * now.hashCode() + Arrays.hashCode(bySlot);
    }

    @Override
    public String toString() {
        return now + " " + signals();
    }
}
