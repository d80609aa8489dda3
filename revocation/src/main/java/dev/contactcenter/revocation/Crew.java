package dev.contactcenter.revocation;

import dev.contactcenter.kit.thread.DaemonThreads;
import dev.contactcenter.revocation.logout.LogoutDelivery;
import dev.contactcenter.revocation.orders.OrderRun;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.events.outbox.OutboxDrainerTask;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The threads that carry orders out, tell applications and forget what is over. Not Keycloak's timer: all tasks of a server share its
 * one thread, and whoever revokes a device must not wait for any of them, nor they for an application that hangs. Every server
 * has its own crew; rows are claimed, so that each is worked on by one.
 */
final class Crew implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Crew.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(10);

    private final List<ScheduledThreadPoolExecutor> threads = new CopyOnWriteArrayList<>();
    private volatile Runnable orders = () -> {};

    /** Begins to work; the tables are there. */
    void begin(KeycloakSessionFactory factory) {
        orders = new OrderRun(factory);
        every("contact-center-revocations", TICK, orders);
        OutboxDrainerTask notices = LogoutDelivery.task();
        every(
                "contact-center-logouts",
                TICK,
                () -> quietly("tell applications", () -> KeycloakModelUtils.runJobInTransaction(factory, notices)));
        every(
                "contact-center-forgetting",
                HOUSEKEEPING,
                () -> quietly("forget what is over", () -> Housekeeping.run(factory)));
    }

    private void every(String name, Duration period, Runnable task) {
        var executor = new ScheduledThreadPoolExecutor(1, DaemonThreads.named(name));
        repeat(executor, period, task);
        threads.add(executor);
    }

    /** Tasks tell of their failures themselves, so that nobody has to wait for an outcome. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void repeat(ScheduledThreadPoolExecutor executor, Duration period, Runnable task) {
        executor.scheduleWithFixedDelay(task, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A task that throws is never run again. */
    private static void quietly(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error broken) {
            LOG.errorf(broken, "The server could not %s and tries again", what);
        }
    }

    /** Carries out what is due as soon as possible; what comes in between is at the latest done at the next tick. */
    void carryOutSoon() {
        try {
            if (!threads.isEmpty()) {
                threads.getFirst().execute(orders);
            }
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The server stops; what is due is carried out by another or at the next start");
        }
    }

    @Override
    public void close() {
        threads.forEach(ScheduledThreadPoolExecutor::shutdown);
    }
}
