package dev.contactcenter.engine.request;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a signal told: attributes and their values, each of the Java type that {@link Attribute.Kind#type()} names. A word that
 * is not of its attribute's vocabulary is left out, so that nobody is permitted anything by a word that nobody understands.
 */
public final class Observation {

    /** The enum makes a new array at each call. */
    private static final Attribute[] ALL = Attribute.values();

    private final @Nullable Object[] bySlot = new @Nullable Object[ALL.length];

    /** Words of a closed vocabulary by their place in it, which is quicker to look up by than the word. */
    private final byte[] codes = new byte[bySlot.length];

    /** @throws IllegalArgumentException if a value is not of its attribute's type */
    public Observation(Map<Attribute, Object> values) {
        values.forEach((attribute, value) -> {
            if (!attribute.kind().type().isInstance(value)) {
                throw new IllegalArgumentException(attribute.path() + " is a "
                        + attribute.kind().type().getSimpleName() + ", not a "
                        + value.getClass().getSimpleName());
            }
            if (attribute.vocabulary().isEmpty() || attribute.vocabulary().contains(value)) {
                bySlot[attribute.slot()] = value;
                codes[attribute.slot()] = value instanceof String word ? (byte) attribute.code(word) : 0;
            }
        });
    }

    /** Several observations of one thing put together: where they differ, the stricter word holds, as with rules. */
    public static Observation strictest(Collection<Observation> several) {
        if (several.size() == 1) {
            return several.iterator().next();
        }
        Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
        several.forEach(one -> one.values()
                .forEach((attribute, value) ->
                        values.merge(attribute, value, (before, other) -> stricter(attribute, before, other))));
        return new Observation(values);
    }

    private static Object stricter(Attribute attribute, Object one, Object other) {
        return one instanceof String word && other instanceof String second ? attribute.stricter(word, second) : one;
    }

    /** The value of one attribute, or null if the signal did not tell it. */
    public @Nullable Object value(Attribute attribute) {
        return bySlot[attribute.slot()];
    }

    /** The place of the value in its attribute's vocabulary, from 1 on; 0 if there is none, or no vocabulary. */
    public int code(int slot) {
        return codes[slot];
    }

    /** All values. */
    public Map<Attribute, Object> values() {
        Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
        for (Attribute attribute : ALL) {
            Object value = value(attribute);
            if (value != null) {
                values.put(attribute, value);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Observation observation && Arrays.equals(bySlot, observation.bySlot));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bySlot);
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
