package dev.contactcenter.listeners.outbox;

import dev.contactcenter.listeners.sink.Sink;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.events.outbox.OutboxBackoff;

/**
 * Knows whether the sink works: spaces out the attempts while it does not, and logs the change only.
 *
 * <p>It backs off as a whole, not per row: what fails is the sink, never a single record, so that the order of the records
 * stays, none is given up, and all flow again as soon as the sink does. Used by one thread at a time.
 */
final class SinkWatch {

    private static final Logger LOG = Logger.getLogger(SinkWatch.class);

    private static final OutboxBackoff BACKOFF = new OutboxBackoff(
            Integer.MAX_VALUE, List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30)));

    private final Sink sink;
    private final InstantSource clock;
    private int failures;
    private Instant nextAttempt = Instant.MIN;

    SinkWatch(Sink sink, InstantSource clock) {
        this.sink = sink;
        this.clock = clock;
    }

    /** Whether it is time to deliver. */
    boolean isDue() {
        return !clock.instant().isBefore(nextAttempt);
    }

    /** Tries the sink when the server starts; the server goes on without it. */
    void start() {
        try {
            sink.check();
        } catch (IOException e) {
            LOG.errorf(
                    "Decision records cannot be delivered to %s: %s. %s Sign-in goes on, the records wait in the database.",
                    sink.title(), e.getMessage(), sink.remedy());
            backOff();
        }
    }

    /** Notes that records were delivered. */
    void worked() {
        if (failures > 0) {
            LOG.infof("Decision records are delivered again to %s", sink.title());
        }
        failures = 0;
        nextAttempt = Instant.MIN;
    }

    /**
     * Notes that records could not be delivered.
     *
     * @param why begins with what the sink is
     */
    void failed(String why) {
        if (failures == 0) {
            LOG.warnf(
                    "Decision records cannot be delivered to %s. %s The records wait in the database; said once until it works.",
                    why, sink.remedy());
        }
        backOff();
    }

    private void backOff() {
        failures++;
        nextAttempt = BACKOFF.computeNextAttemptAt(clock.instant(), failures);
    }
}
