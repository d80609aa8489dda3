package dev.contactcenter.listeners.outbox;

import dev.contactcenter.listeners.chain.Batches;
import dev.contactcenter.listeners.chain.Sealer;
import dev.contactcenter.listeners.sink.Delivered;
import dev.contactcenter.listeners.sink.Sink;
import java.io.IOException;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Seals stored decision records, and delivers those of realms without a sink of their own to the server's, oldest first and at least
 * once: a server that dies between delivery and commit delivers that batch again, byte for byte.
 *
 * <p>Not an {@code OutboxDrainerTask}: that one delivers row by row, which is a disk flush per record, and gives a record up
 * after some attempts. It never asks for the realm, so that the records of a removed realm are delivered like all others.
 *
 * <p>The simple name of this class is the key of the cluster-wide lock, therefore it must stay unique in the server.
 */
final class ContactCenterDecisionDrainer implements ScheduledTask {

    // All scheduled tasks of the server share one thread: the rest waits for the next run.
    private static final int BATCHES_PER_RUN = 20;

    private final Sealer sealer;
    private final Sink sink;
    private final SinkWatch watch;

    ContactCenterDecisionDrainer(Sealer sealer, Sink sink, SinkWatch watch) {
        this.sealer = sealer;
        this.sink = sink;
        this.watch = watch;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        // Each batch in a transaction of its own: what was sealed or delivered stays so if a later batch fails.
        for (int batches = 0; batches < BATCHES_PER_RUN; batches++) {
            int sealed = KeycloakModelUtils.runJobInTransactionWithResult(factory, sealer::seal);
            boolean delivered =
                    watch.isDue() && KeycloakModelUtils.runJobInTransactionWithResult(factory, this::deliver);
            if (sealed < Sealer.MOST && !delivered) {
                return;
            }
        }
    }

    /** Whether there may be more to deliver. */
    private boolean deliver(KeycloakSession session) {
        var batches = new Batches(session);
        Optional<Batches.Batch> oldest = batches.lockOldest(Batches.SERVER);
        return oldest.isPresent() && deliver(batches, oldest.get());
    }

    private boolean deliver(Batches batches, Batches.Batch batch) {
        try {
            switch (sink.deliver(batch.lines())) {
                case Delivered.All ignored -> batches.remove(batch.id());
                case Delivered.AllBefore(int index, String why) -> {
                    batches.bury(Batches.SERVER, Batches.SERVER, batch, index, why);
                    batches.dropFirst(batch, index + 1);
                }
            }
            watch.worked();
            return true;
        } catch (IOException e) {
            watch.failed(e);
            return false;
        }
    }
}
