package dev.contactcenter.engine.request;

import java.time.Duration;
import java.util.Map;

/**
 * What the authentication of this session proved, and how long ago each level was proven.
 *
 * @param ages acr value to the time passed since it was proven; a level that is not a key was never proven. A negative
 *     age (a clock that went back) counts as zero
 */
public record Assurance(Map<String, Duration> ages) {

    /** Nothing proven. */
    public static final Assurance NONE = new Assurance(Map.of());

    public Assurance {
        ages = Map.copyOf(ages);
    }
}
