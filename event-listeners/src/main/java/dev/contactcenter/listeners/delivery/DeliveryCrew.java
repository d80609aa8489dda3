package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.sink.DeliveryMeters;
import dev.contactcenter.kit.sink.SinkStanding;
import dev.contactcenter.kit.thread.DaemonThreads;
import dev.contactcenter.listeners.chain.Batches;
import dev.contactcenter.listeners.chain.SinkBook;
import dev.contactcenter.listeners.chain.Unsealed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
        ScheduledExecutorService timer =
                Executors.newScheduledThreadPool(1, DaemonThreads.named("contact-center-delivery-clock"));
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE, DaemonThreads.named("contact-center-delivery"));
        clock = timer;
        workers = pool;
        timer.scheduleWithFixedDelay(
                () -> quietly(() -> tick(factory, pool)), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(
                () -> quietly(() -> keepHouse(factory)), 0, HOUSEKEEPING.toMillis(), TimeUnit.MILLISECONDS);
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
        Set<String> kept = new HashSet<>(
                KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> new SinkBook(session).sinks()));
        kept.addAll(underWay);
        open.keepOnly(kept);
        overflowing.retainAll(kept);
        KeycloakModelUtils.runJobInTransaction(factory, this::meter);
    }

    private void meter(KeycloakSession session) {
        Map<String, Set<String>> sinks = new HashMap<>();
        for (String realmId : new SinkBook(session).realms()) {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm != null) {
                sinks.put(realm.getName(), meter(session, realm));
            }
        }
        meters.keepOnly(sinks);
        meters.ownLag(
                age(new Unsealed(session).oldestAt()),
                age(new Batches(session).waiting(Batches.SERVER).map(Batches.Waiting::oldestAt)));
    }

    /** In whole seconds. */
    private static long age(Optional<Instant> since) {
        return since.map(moment ->
                        Math.max(0, Duration.between(moment, Instant.now()).toSeconds()))
                .orElse(0L);
    }

    /** The names of the realm's sinks. */
    private Set<String> meter(KeycloakSession session, RealmModel realm) {
        List<SinkStanding> standings = new Standings(session).of(realm);
        standings.forEach(standing -> meters.standing(realm.getName(), standing, age(standing.waitingSince())));
        return standings.stream().map(SinkStanding::name).collect(Collectors.toSet());
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
