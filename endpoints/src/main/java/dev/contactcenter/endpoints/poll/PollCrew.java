package dev.contactcenter.endpoints.poll;

import dev.contactcenter.endpoints.receiver.EventBook;
import dev.contactcenter.endpoints.receiver.StreamBook;
import dev.contactcenter.endpoints.transmitter.AccessTokens;
import dev.contactcenter.kit.http.BackOff;
import dev.contactcenter.kit.thread.DaemonThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The threads that poll. Not Keycloak's timer: all tasks of a server share its one thread, and a transmitter that hangs must hold
 * nobody up (ADR 0029). Each server has its own; a stream is claimed, so that one of them polls it at a time.
 */
final class PollCrew implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PollCrew.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(30);
    private static final int AT_ONCE = 8;

    private final BackOff backOff;
    private final AccessTokens tokens = new AccessTokens();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService clock;
    private @Nullable ExecutorService workers;

    PollCrew(BackOff backOff) {
        this.backOff = backOff;
    }

    /** Begins to work; the tables are there. */
    @SuppressWarnings("FutureReturnValueIgnored") // Tasks tell of their failures themselves.
    void begin(KeycloakSessionFactory factory) {
        ScheduledExecutorService timer =
                Executors.newScheduledThreadPool(1, DaemonThreads.named("contact-center-poll-clock"));
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE, DaemonThreads.named("contact-center-poll"));
        clock = timer;
        workers = pool;
        timer.scheduleWithFixedDelay(
                () -> quietly(() -> tick(factory, pool)), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(
                () -> quietly(() -> keepHouse(factory)), 0, HOUSEKEEPING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick(KeycloakSessionFactory factory, ExecutorService pool) {
        List<String> due = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> new StreamBook(session).due(now()));
        due.stream().filter(underWay::add).forEach(stream -> {
            try {
                pool.execute(() -> {
                    try {
                        quietly(() -> new StreamPoll(factory, stream, backOff, tokens).run());
                    } finally {
                        underWay.remove(stream);
                    }
                });
            } catch (RejectedExecutionException stopping) {
                underWay.remove(stream);
            }
        });
    }

    /** Two servers may find the same new stream; the one that is too late finds it known the next time. */
    private static void keepHouse(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> new EventBook(session).forget(now()));
        KeycloakModelUtils.runJobInTransaction(factory, session -> new StreamBook(session).reconcile());
    }

    /** A task that throws is never run again. */
    private static void quietly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error broken) {
            LOG.warnf(broken, "Polling streams of security events failed and is tried again");
        }
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    @Override
    public void close() {
        if (clock != null) {
            clock.shutdownNow();
        }
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
