package dev.contactcenter.listeners.outbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Delivers stored decision records to the sink, oldest first and at least once: a server that dies between delivery and
 * commit delivers that batch again, with the same record ids.
 *
 * <p>Not an {@code OutboxDrainerTask}: that one delivers row by row, which is a disk flush per record, and gives a record up
 * after some attempts. It never asks for the realm, so that the records of a removed realm are delivered like all others.
 *
 * <p>The simple name of this class is the key of the cluster-wide lock, therefore it must stay unique in the server.
 */
final class ContactCenterDecisionDrainer implements ScheduledTask {

    private static final int BATCH_SIZE = 200;

    // All scheduled tasks of the server share one thread: the rest waits for the next run.
    private static final int BATCHES_PER_RUN = 10;

    private static final Duration DELIVERED_RETENTION = Duration.ofMinutes(10);
    private static final Duration PURGE_INTERVAL = Duration.ofMinutes(1);

    private final Sink sink;
    private final SinkWatch watch;
    private final InstantSource clock;
    private Instant nextPurge = Instant.MIN;

    ContactCenterDecisionDrainer(Sink sink, SinkWatch watch, InstantSource clock) {
        this.sink = sink;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        int batches = 0;
        // Each batch in a transaction of its own: what was delivered stays marked as delivered if a later batch fails.
        while (watch.isDue() && batches < BATCHES_PER_RUN && deliverBatch(factory) == BATCH_SIZE) {
            batches++;
        }
        purge(factory);
    }

    private int deliverBatch(KeycloakSessionFactory factory) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            OutboxStore store = new OutboxStore(session);
            List<OutboxEntryEntity> due = store.lockDueForDrain(OutboxRecorder.ENTRY_KIND, BATCH_SIZE);
            return !due.isEmpty() && isDelivered(due) ? marked(store, due) : 0;
        });
    }

    private boolean isDelivered(List<OutboxEntryEntity> due) {
        try {
            sink.deliver(due.stream().map(OutboxEntryEntity::getPayload).toList());
            watch.worked();
            return true;
        } catch (IOException e) {
            watch.failed(e);
            return false;
        }
    }

    private static int marked(OutboxStore store, List<OutboxEntryEntity> delivered) {
        delivered.forEach(store::markDelivered);
        return delivered.size();
    }

    private void purge(KeycloakSessionFactory factory) {
        Instant now = clock.instant();
        if (now.isBefore(nextPurge)) {
            return;
        }
        nextPurge = now.plus(PURGE_INTERVAL);
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> new OutboxStore(session)
                        .purgeDeliveredOlderThan(OutboxRecorder.ENTRY_KIND, now.minus(DELIVERED_RETENTION)));
    }
}
