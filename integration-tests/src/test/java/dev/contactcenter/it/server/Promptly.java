package dev.contactcenter.it.server;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How soon what one server does must count at another. */
public final class Promptly {

    /** A second is promised, and {@code bin/bench continuous} holds it to that; one more for a test machine that is busy. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** An answer may take as long as the machine needs for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Promptly() {}

    /** Asks until it is so; fails if it is not so for a question that was asked after the limit. */
    public static void becomes(String what, BooleanSupplier question) {
        long before = System.nanoTime();
        Waiting.until(PATIENCE, () -> answer(what, question, before), () -> "Never: " + what);
        System.out.printf("%s after %d ms%n", what, (System.nanoTime() - before) / 1_000_000);
    }

    private static Optional<Boolean> answer(String what, BooleanSupplier question, long before) {
        Duration asked = Duration.ofNanos(System.nanoTime() - before);
        if (question.getAsBoolean()) {
            return Optional.of(true);
        }
        if (asked.compareTo(LIMIT) > 0) {
            throw new AssertionError("Not so when asked after " + asked + ": " + what);
        }
        return Optional.empty();
    }
}
