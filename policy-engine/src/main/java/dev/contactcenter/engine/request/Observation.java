package dev.contactcenter.engine.request;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a signal told: attributes and their values, each of the Java type that {@link Attribute.Kind#type()} names. A word that
 * is not of its attribute's vocabulary is left out, so that nobody is permitted anything by a word that nobody understands.
 */
public record Observation(Map<Attribute, Object> values) {

    public Observation {
        Map<Attribute, Object> known = new EnumMap<>(Attribute.class);
        values.forEach((attribute, value) -> {
            if (!attribute.kind().type().isInstance(value)) {
                throw new IllegalArgumentException(attribute.path() + " is a "
                        + attribute.kind().type().getSimpleName() + ", not a "
                        + value.getClass().getSimpleName());
            }
            if (attribute.vocabulary().isEmpty() || attribute.vocabulary().contains(value)) {
                known.put(attribute, value);
            }
        });
        values = Collections.unmodifiableMap(known);
    }

    /** The value of one attribute, if the signal told it. */
    public Optional<Object> value(Attribute attribute) {
        return Optional.ofNullable(values.get(attribute));
    }
}
