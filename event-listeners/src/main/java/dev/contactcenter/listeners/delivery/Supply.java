package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.setting.InvalidSettingException;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.kit.sink.DeliveryMeters;
import dev.contactcenter.listeners.chain.Batches;
import dev.contactcenter.listeners.chain.Batches.Batch;
import dev.contactcenter.listeners.chain.SinkBook;
import dev.contactcenter.listeners.chain.SinkBook.Claim;
import dev.contactcenter.listeners.delivery.Handover.End;
import dev.contactcenter.listeners.delivery.Handover.Load;
import dev.contactcenter.listeners.sink.Sink;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.events.outbox.OutboxBackoff;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Supplies one sink with what waits for it, batch by batch, oldest first. The sink is claimed while that goes on, and no transaction is
 * open while it is waited for. After a failure it rests as a whole, so that no record overtakes another; after its turn it makes room
 * for others.
 */
final class Supply {

    private static final Logger LOG = Logger.getLogger(Supply.class);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final OutboxBackoff BACKOFF = new OutboxBackoff(
            Integer.MAX_VALUE,
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(30)));

    private final KeycloakSessionFactory factory;
    private final String sinkId;
    private final OpenSinks open;
    private final DeliveryMeters meters;
    private final Set<String> overflowing;

    /** @param overflowing sinks for which too many records wait */
    Supply(
            KeycloakSessionFactory factory,
            String sinkId,
            OpenSinks open,
            DeliveryMeters meters,
            Set<String> overflowing) {
        this.factory = factory;
        this.sinkId = sinkId;
        this.open = open;
        this.meters = meters;
        this.overflowing = overflowing;
    }

    void run() {
        inTransaction(session -> {
                    Instant now = Instant.now();
                    return new SinkBook(session).claim(sinkId, now, now.plus(REST));
                })
                .ifPresent(this::takeTurn);
    }

    private void takeTurn(Claim claim) {
        Instant end = Instant.now().plus(TURN);
        boolean more = true;
        while (more && Instant.now().isBefore(end) && !Thread.currentThread().isInterrupted()) {
            more = inTransaction(session -> next(session, claim))
                    .map(load -> handOver(claim, load, end))
                    .orElse(false);
        }
        if (more) {
            inTransaction(session -> {
                see(session, claim);
                new SinkBook(session).rest(claim, Instant.now());
                return true;
            });
        }
    }

    private @Nullable ComponentModel component(KeycloakSession session, Claim claim) {
        RealmModel realm = session.realms().getRealm(claim.realmId());
        return realm == null ? null : realm.getComponent(sinkId);
    }

    /** A sink that takes records, but not as fast as they come, may have too many waiting, too. */
    private void see(KeycloakSession session, Claim claim) {
        ComponentModel component = component(session, claim);
        if (component != null) {
            try {
                new Overflows(session, overflowing)
                        .see(claim.realmId(), sinkId, SinkSettings.of(Settings.stored(component)));
            } catch (InvalidSettingException unusable) {
                LOG.debugf(unusable, "Sink %s has no settings to see by whether too many records wait", sinkId);
            }
        }
    }

    /** What is to be delivered next; nothing if nothing waits or may be delivered, and then the sink is given back. */
    private Optional<Load> next(KeycloakSession session, Claim claim) {
        var book = new SinkBook(session);
        // First: who was overtaken must not read what the other delivers.
        if (!book.hold(claim, Instant.now().plus(REST))) {
            return Optional.empty();
        }
        ComponentModel component = component(session, claim);
        if (component == null) {
            return Optional.empty();
        }
        Map<String, String> stored = Settings.stored(component);
        try {
            SinkSettings settings = SinkSettings.of(stored);
            return switch (settings.state()) {
                case PAUSED -> {
                    book.rest(claim, Instant.now().plus(REST));
                    new Overflows(session, overflowing).see(claim.realmId(), sinkId, settings);
                    yield Optional.empty();
                }
                case ACTIVE -> load(session, claim, component, settings);
            };
        } catch (InvalidSettingException | IllegalStateException | UncheckedIOException unusable) {
            failed(session, claim, ConfiguredSinks.name(component), String.valueOf(unusable.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Load> load(KeycloakSession session, Claim claim, ComponentModel component, SinkSettings settings) {
        var book = new SinkBook(session);
        Optional<Batch> batch = new Batches(session).oldest(sinkId);
        if (batch.isEmpty()) {
            // It is due again as soon as something waits.
            book.rest(claim, Instant.now());
            return Optional.empty();
        }
        SinkKind kind = ConfiguredSinks.kind(session, component).orElseThrow();
        RealmModel realm = session.realms().getRealm(claim.realmId());
        session.getContext().setRealm(realm);
        Sink sink = open.of(session, component, kind);
        Duration lease =
                kind.patience(Settings.stored(component)).multipliedBy(2).plus(REST);
        book.hold(claim, Instant.now().plus(lease));
        return Optional.of(new Load(realm.getName(), settings, sink, lease, batch.get()));
    }

    /** Whether more may be delivered. */
    private boolean handOver(Claim claim, Load load, Instant end) {
        return switch (handedOver(claim, load, end)) {
            case End.GoOn ignored -> true;
            case End.Overtaken ignored -> {
                LOG.debugf(
                        "Sink %s of realm %s was taken over by another server",
                        load.settings().name(), load.realm());
                yield false;
            }
            case End.Failed(String why) ->
                inTransaction(session -> {
                    if (new SinkBook(session).hold(claim, Instant.now().plus(REST))) {
                        failed(session, claim, load.settings().name(), why);
                        new Overflows(session, overflowing).see(claim.realmId(), sinkId, load.settings());
                    }
                    return false;
                });
        };
    }

    /** What cannot be rendered fails as what cannot be delivered does: else it would be tried for ever, and nobody told. */
    private End handedOver(Claim claim, Load load, Instant end) {
        try {
            return new Handover(factory, meters, claim, load).until(end);
        } catch (IllegalStateException broken) {
            return new End.Failed(String.valueOf(broken.getMessage()));
        }
    }

    private void failed(KeycloakSession session, Claim claim, String name, String why) {
        open.close(sinkId);
        Instant now = Instant.now();
        var book = new SinkBook(session);
        int failures = book.failed(claim, why, now);
        book.rest(claim, BACKOFF.computeNextAttemptAt(now, failures));
        String realm = session.realms().getRealm(claim.realmId()).getName();
        meters.failed(realm, name);
        if (failures == 1) {
            LOG.warnf(
                    "Records cannot be delivered to sink %s of realm %s: %s. They wait in the database; said once until it works.",
                    name, realm, why);
        }
    }

    private <T> T inTransaction(KeycloakSessionTaskWithResult<T> task) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, task);
    }
}
