package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.sink.DeliveryMeters;
import dev.contactcenter.listeners.chain.Batches;
import dev.contactcenter.listeners.chain.Batches.Batch;
import dev.contactcenter.listeners.chain.SinkBook;
import dev.contactcenter.listeners.chain.SinkBook.Claim;
import dev.contactcenter.listeners.sink.Delivered;
import dev.contactcenter.listeners.sink.Offer;
import dev.contactcenter.listeners.sink.Sink;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * One batch handed over to one sink, message by message. What the sink took is noted right after it took it, in a short transaction that
 * also prolongs the claim: a batch may take as long as it needs. Who finds the claim overtaken notes nothing, and stops.
 */
final class Handover {

    private static final Logger LOG = Logger.getLogger(Handover.class);

    private final KeycloakSessionFactory factory;
    private final DeliveryMeters meters;
    private final Claim claim;
    private final Load load;
    private final Lines lines;
    private final Portions portions;

    /** How many of the batch's lines the sink has, or needs not have, as far as that is noted. */
    private int noted;

    /**
     * What is handed over, and to whom.
     *
     * @param realm its name
     * @param lease how long the claim lasts after each message
     */
    record Load(String realm, SinkSettings settings, Sink sink, Duration lease, Batch batch) {}

    /** How a message, or all of them, ended. */
    sealed interface End {

        /** More may be offered. */
        record GoOn() implements End {}

        /** Another server has the sink by now, or nobody, since it was removed. */
        record Overtaken() implements End {}

        /** The sink does not work. */
        record Failed(String why) implements End {}
    }

    Handover(KeycloakSessionFactory factory, DeliveryMeters meters, Claim claim, Load load) {
        this.factory = factory;
        this.meters = meters;
        this.claim = claim;
        this.load = load;
        this.lines = Lines.of(load.batch().lines(), load.settings().format());
        this.portions = new Portions(lines.rendered().size(), load.sink().most());
    }

    /** Hands over the messages that can be begun until then, one at least. */
    End until(Instant end) {
        if (!portions.more()) {
            return note(load.batch().lines().size());
        }
        var offer = new Offer(factory, load.sink(), load.settings().name());
        End ended;
        do {
            ended = switch (offer.of(lines.rendered().subList(portions.from(), portions.to()))) {
                case Offer.Outcome.Failed(String why) -> new End.Failed(why);
                case Offer.Outcome.Answered(Delivered delivered) -> answered(delivered);
            };
        } while (ended instanceof End.GoOn && portions.more() && Instant.now().isBefore(end));
        return ended;
    }

    private End answered(Delivered delivered) {
        return switch (delivered) {
            case Delivered.All ignored -> {
                portions.taken();
                yield note(
                        portions.more()
                                ? origin(portions.from())
                                : load.batch().lines().size());
            }
            case Delivered.Fewer ignored -> {
                portions.halve();
                yield note(noted);
            }
            case Delivered.AllBefore(int index, String why) -> {
                int refused = portions.from() + index;
                portions.goOnAfter(refused);
                yield bury(origin(refused), why);
            }
        };
    }

    private int origin(int line) {
        return lines.origins().get(line);
    }

    /** The sink has so many of the batch's lines. */
    private End note(int has) {
        return note(has, has, batches -> {});
    }

    /** The sink has the lines before this one, which it will never take. */
    private End bury(int refused, String why) {
        End ended = note(
                refused,
                refused + 1,
                batches -> batches.bury(claim.sinkId(), claim.realmId(), load.batch(), refused, why));
        if (ended instanceof End.GoOn) {
            LOG.errorf(
                    "Sink %s of realm %s will not take a record, which is kept as a dead letter: it %s",
                    load.settings().name(), load.realm(), why);
        }
        return ended;
    }

    private End note(int has, int done, Consumer<Batches> more) {
        int delivered = has - noted;
        boolean held = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            var book = new SinkBook(session);
            Instant now = Instant.now();
            // First: its lock keeps who would overtake waiting until all of this is noted.
            if (!book.hold(claim, now.plus(load.lease()))) {
                return false;
            }
            var batches = new Batches(session);
            more.accept(batches);
            if (delivered > 0) {
                book.delivered(claim, delivered, now);
            }
            if (done > noted) {
                batches.took(load.batch(), done);
            }
            return true;
        });
        if (!held) {
            return new End.Overtaken();
        }
        noted = done;
        if (delivered > 0) {
            meters.delivered(load.realm(), load.settings().name(), delivered);
        }
        return new End.GoOn();
    }
}
