package dev.contactcenter.it.cluster;

import dev.contactcenter.it.server.Waiting;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How soon what one server does must count at the other. */
final class Promptly {

    /** A second is promised, and {@code bin/bench continuous} holds it to that; one more for a test machine that is busy. */
    static final Duration LIMIT = Duration.ofSeconds(2);

    private Promptly() {}

    /** Asks until it is so; fails when it is not so within the limit. */
    static void becomes(String what, BooleanSupplier question) {
        long before = System.nanoTime();
        Waiting.until(
                LIMIT,
                () -> question.getAsBoolean() ? Optional.of(true) : Optional.empty(),
                () -> "Not so within the limit: " + what);
        System.out.printf("%s after %d ms%n", what, (System.nanoTime() - before) / 1_000_000);
    }
}
