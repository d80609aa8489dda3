package dev.contactcenter.signals.changes;

import dev.contactcenter.kit.thread.DaemonThreads;
import dev.contactcenter.signals.bounded.PlainReads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Asks the database a few times a second what was changed, on a thread of its own, and lets the {@link Changes} hear it. */
final class ChangeWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ChangeWatch.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(10);

    /** So long changes are kept; a server that did not ask for half of it has missed some. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final long NOTHING_SEEN = -1;

    private final Changes changes;
    private final PlainReads database;
    private final KeycloakSessionFactory factory;
    private final ScheduledThreadPoolExecutor thread;
    private long seen = NOTHING_SEEN;
    private long askedAt = System.nanoTime();
    private boolean broken;

    private ChangeWatch(KeycloakSessionFactory factory, PlainReads database, Changes changes) {
        this.factory = factory;
        this.database = database;
        this.changes = changes;
        this.thread = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("contact-center-changes"));
    }

    /** Begins to ask; the tables are there. */
    @SuppressWarnings("FutureReturnValueIgnored")
    static ChangeWatch begin(KeycloakSessionFactory factory, Changes changes) {
        PlainReads database = KeycloakModelUtils.runJobInTransactionWithResult(factory, PlainReads::of);
        var watch = new ChangeWatch(factory, database, changes);
        watch.thread.scheduleWithFixedDelay(watch::ask, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        watch.thread.scheduleWithFixedDelay(
                watch::forget, HOUSEKEEPING.toMillis(), HOUSEKEEPING.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private void ask() {
        try {
            hear();
            if (broken) {
                LOG.info("The server hears of changes to devices, risks and interactions again");
            }
            broken = false;
        } catch (RuntimeException | Error unheard) {
            // A task that throws is never run again.
            if (!broken) {
                LOG.warnf(
                        "The server cannot hear of changes to devices, risks and interactions; it asks the database for each"
                                + " decision until it can: %s",
                        unheard);
            }
            broken = true;
        }
    }

    private void hear() {
        long now = System.nanoTime();
        long latest = database.find(Long.class, ChangeCounterEntity.READ, Map.of(), PATIENCE).stream()
                .mapToLong(Long::longValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the row that numbers changes is gone"));
        boolean away = now - askedAt > KEPT.dividedBy(2).toNanos();
        if (seen == NOTHING_SEEN || latest < seen || away) {
            changes.missed(now);
        } else {
            hear(latest, now);
        }
        seen = latest;
        askedAt = now;
    }

    private void hear(long latest, long now) {
        List<Changed> all;
        try {
            all = latest == seen ? List.of() : between(seen, latest);
        } catch (RuntimeException unreadable) {
            // To ask for the same again, and for more each time, might never end.
            LOG.debugf(unreadable, "What was changed cannot be read; all counts as changed");
            changes.missed(now);
            return;
        }
        changes.hear(all, now);
    }

    private List<Changed> between(long after, long until) {
        return database
                .find(ChangeEntity.class, ChangeEntity.AFTER, Map.of("after", after, "until", until), PATIENCE)
                .stream()
                .flatMap(row -> Stream.of(row.changed.split(" ", -1)))
                .map(Changed::read)
                .toList();
    }

    private void forget() {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    factory,
                    session -> session.getProvider(JpaConnectionProvider.class)
                            .getEntityManager()
                            .createNamedQuery(ChangeEntity.FORGET)
                            .setParameter("before", Time.currentTimeMillis() - KEPT.toMillis())
                            .executeUpdate());
        } catch (RuntimeException | Error later) {
            LOG.debugf(later, "Old changes are forgotten another time");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
