package dev.contactcenter.it.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for a condition, and no longer. */
public final class Waiting {

    private static final long PAUSE_MILLIS = 50;

    private Waiting() {}

    /** Asks until there is something; fails with the complaint when patience ends. */
    public static <T> T until(Duration patience, Supplier<Optional<T>> question, Supplier<String> complaint) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> found = question.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited " + patience + ". " + complaint.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The condition was not awaited because of an interruption", e);
        }
    }

    /** Waits for the next second of the clock: what Keycloak tells in whole seconds is of another one then. */
    public static void untilNextSecond() {
        long second = Instant.now().getEpochSecond();
        until(
                Duration.ofSeconds(2),
                () -> Optional.of(Instant.now()).filter(now -> now.getEpochSecond() > second),
                () -> "The clock stands still");
    }
}
