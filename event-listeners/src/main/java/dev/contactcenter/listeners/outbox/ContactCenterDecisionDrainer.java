package dev.contactcenter.listeners.outbox;

import dev.contactcenter.kit.sink.DeliveryMeters;
import dev.contactcenter.listeners.chain.Batches;
import dev.contactcenter.listeners.chain.Sealer;
import dev.contactcenter.listeners.sink.Delivered;
import dev.contactcenter.listeners.sink.Line;
import dev.contactcenter.listeners.sink.Offer;
import dev.contactcenter.listeners.sink.Sink;
import java.util.function.BooleanSupplier;
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

    /** No sink of a realm can have this name. */
    private static final String TRACED_AS = "server's own";

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
        // Each batch in a transaction of its own: what was sealed or delivered stays so if a later batch fails. What
        // comes
        // meanwhile waits for the next run: a busy server would else seal and flush the few records of each moment by
        // themselves.
        repeat(() -> KeycloakModelUtils.runJobInTransactionWithResult(factory, sealer::isDue)
                && KeycloakModelUtils.runJobInTransactionWithResult(factory, sealer::seal) == Sealer.MOST);
        repeat(() -> watch.isDue() && KeycloakModelUtils.runJobInTransactionWithResult(factory, this::deliver));
    }

    private static void repeat(BooleanSupplier moreIsLeft) {
        int batches = 1;
        while (moreIsLeft.getAsBoolean() && batches < BATCHES_PER_RUN) {
            batches++;
        }
    }

    /** Whether there may be more to deliver. */
    private boolean deliver(KeycloakSession session) {
        var batches = new Batches(session);
        var offer = new Offer(session.getKeycloakSessionFactory(), sink, TRACED_AS);
        return batches.lockOldest(Batches.SERVER)
                .map(batch -> deliver(offer, batches, batch))
                .orElse(false);
    }

    private boolean deliver(Offer offer, Batches batches, Batches.Batch batch) {
        return switch (offer.of(batch.lines().stream().map(Line::asStored).toList())) {
            case Offer.Outcome.Answered(Delivered delivered) -> {
                note(batches, batch, delivered);
                watch.worked();
                yield true;
            }
            case Offer.Outcome.Failed(String why) -> {
                watch.failed(why);
                DeliveryMeters.serverFailed();
                yield false;
            }
        };
    }

    private static void note(Batches batches, Batches.Batch batch, Delivered delivered) {
        switch (delivered) {
            case Delivered.All ignored -> batches.remove(batch.id());
            case Delivered.AllBefore(int index, String why) -> {
                batches.bury(Batches.SERVER, Batches.SERVER, batch, index, why);
                batches.took(batch, index + 1);
            }
            case Delivered.Fewer ignored ->
                throw new IllegalStateException("A file or log never wants fewer, because it has no limit");
        }
    }
}
