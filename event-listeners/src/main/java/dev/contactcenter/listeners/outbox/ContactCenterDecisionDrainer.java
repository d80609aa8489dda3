package dev.contactcenter.listeners.outbox;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
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
    private static final String REMOVE = "delete from OutboxEntryEntity e where e.id in (:ids)";

    // All scheduled tasks of the server share one thread: the rest waits for the next run.
    private static final int BATCHES_PER_RUN = 10;

    private final Sink sink;
    private final SinkWatch watch;

    ContactCenterDecisionDrainer(Sink sink, SinkWatch watch) {
        this.sink = sink;
        this.watch = watch;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        int batches = 0;
        // Each batch in a transaction of its own: what was delivered stays so if a later batch fails.
        while (watch.isDue() && batches < BATCHES_PER_RUN && deliverBatch(factory) == BATCH_SIZE) {
            batches++;
        }
    }

    private int deliverBatch(KeycloakSessionFactory factory) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            List<OutboxEntryEntity> due =
                    new OutboxStore(session).lockDueForDrain(OutboxRecorder.ENTRY_KIND, BATCH_SIZE);
            return !due.isEmpty() && isDelivered(due) ? removed(session, due) : 0;
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

    /** A row that was delivered has nothing to tell: to mark it and purge it later would write it twice. */
    private static int removed(KeycloakSession session, List<OutboxEntryEntity> delivered) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        entities.createQuery(REMOVE)
                .setParameter(
                        "ids", delivered.stream().map(OutboxEntryEntity::getId).toList())
                .executeUpdate();
        return delivered.size();
    }
}
