package dev.contactcenter.engine.request;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the signals told about one request. The engine itself derives what the rest of the request says: the user, the mode,
 * the action, and the level and age of the authentication.
 *
 * @param now the moment of the decision, which ages are counted to
 * @param signals a signal that is not a key was not provided
 */
public record Facts(Instant now, Map<Signal, Evidence<Observation>> signals) {

    private static final Evidence<Observation> NOT_PROVIDED = new Evidence.Missing<>(Evidence.Absence.NOT_PROVIDED);

    public Facts {
        Map<Signal, Evidence<Observation>> copy = new EnumMap<>(Signal.class);
        copy.putAll(signals);
        signals = Collections.unmodifiableMap(copy);
    }

    /** No signal at all. */
    public static Facts none(Instant now) {
        return new Facts(now, Map.of());
    }

    /** What one signal told, or why it told nothing. */
    public Evidence<Observation> evidence(Signal signal) {
        return signals.getOrDefault(signal, NOT_PROVIDED);
    }

    /** The same with one signal in place of what was known of it. */
    public Facts with(Signal signal, Evidence<Observation> evidence) {
        Map<Signal, Evidence<Observation>> changed = new EnumMap<>(Signal.class);
        changed.putAll(signals);
        changed.put(signal, evidence);
        return new Facts(now, changed);
    }
}
