package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.sink.DeliveryMeters;
import dev.contactcenter.listeners.chain.SinkBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The threads that deliver to the sinks of realms. Not Keycloak's timer: all tasks of a server share its one thread, and a sink that
 * hangs must hold nobody up (ADR 0029).
 */
final class DeliveryCrew implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DeliveryCrew.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(15);
    private static final int AT_ONCE = 8;

    private final OpenSinks open = new OpenSinks();
    private final DeliveryMeters meters = new DeliveryMeters();
    private final Set<String> overflowing = ConcurrentHashMap.newKeySet();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService clock;
    private @Nullable ExecutorService workers;

    /** Begins to work; the tables are there. */
    @SuppressWarnings("FutureReturnValueIgnored") // Tasks tell of their failures themselves.
    void begin(KeycloakSessionFactory factory) {
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, threads("contact-center-delivery-clock"));
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE, threads("contact-center-delivery"));
        clock = timer;
        workers = pool;
        timer.scheduleWithFixedDelay(
                () -> quietly(() -> tick(factory, pool)), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(
                () -> quietly(() -> keepHouse(factory)), 0, HOUSEKEEPING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory threads(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        };
    }

    private void tick(KeycloakSessionFactory factory, ExecutorService pool) {
        List<String> due = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> new SinkBook(session).due(Instant.now()));
        due.stream().filter(underWay::add).forEach(sink -> {
            try {
                pool.execute(() -> {
                    try {
                        quietly(() -> new Supply(factory, sink, open, meters, overflowing).run());
                    } finally {
                        underWay.remove(sink);
                    }
                });
            } catch (RejectedExecutionException stopping) {
                underWay.remove(sink);
            }
        });
    }

    /** Two servers may find the same new sink; the one that is too late finds it known the next time. */
    private void keepHouse(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> new SinkBook(session).reconcile(session, ConfiguredSinks.kinds(factory)));
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> new SinkBook(session).realms().forEach(realmId -> meter(session, realmId)));
    }

    private void meter(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return;
        }
        new Standings(session).of(realm).forEach(standing -> {
            long lag = standing.waitingSince()
                    .map(since -> Duration.between(since, Instant.now()).toSeconds())
                    .orElse(0L);
            meters.standing(realm.getName(), standing, Math.max(0, lag));
        });
    }

    /** A task that throws is never run again. */
    private static void quietly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error broken) {
            LOG.warnf(broken, "Delivering records failed and is tried again");
        }
    }

    @Override
    public void close() {
        if (clock != null) {
            clock.shutdownNow();
        }
        if (workers != null) {
            workers.shutdownNow();
        }
        open.closeAll();
    }
}
