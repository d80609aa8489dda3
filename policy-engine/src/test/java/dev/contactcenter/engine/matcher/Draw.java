package dev.contactcenter.engine.matcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws lots. The same seed draws the same ones. */
final class Draw {

    private static final List<Duration> TIMES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(10));

    /** Seeds that are close to each other would begin alike. */
    private static final long FAR_APART = 0x9E3779B97F4A7C15L;

    private final Random random;

    Draw(long seed) {
        random = new Random(seed * FAR_APART);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True once in so many times. */
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    Duration time() {
        return oneOf(TIMES);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> Set<T> someOf(List<T> values) {
        Set<T> some = new HashSet<>();
        for (T value : values) {
            if (random.nextInt(values.size()) < 2) {
                some.add(value);
            }
        }
        return some;
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
