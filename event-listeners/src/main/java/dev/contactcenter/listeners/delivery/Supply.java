package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.setting.InvalidSettingException;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.kit.sink.DeliveryMeters;
import dev.contactcenter.listeners.chain.Batches;
import dev.contactcenter.listeners.chain.Batches.Batch;
import dev.contactcenter.listeners.chain.SinkBook;
import dev.contactcenter.listeners.delivery.Offer.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.events.outbox.OutboxBackoff;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Supplies one sink with what waits for it, batch by batch, oldest first. The sink is claimed while that goes on, and no transaction is
 * open while it is waited for. After a failure it rests as a whole, so that no record overtakes another.
 */
final class Supply {

    private static final Logger LOG = Logger.getLogger(Supply.class);
    private static final Duration REST = Duration.ofSeconds(5);
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

    /** What is to be delivered where. */
    private record Task(String realmId, String realm, SinkSettings settings, Duration lease, Batch batch) {}

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
        Optional<String> realmId = inTransaction(session -> {
            Instant now = Instant.now();
            return new SinkBook(session).claim(sinkId, now, now.plus(REST));
        });
        boolean more = realmId.isPresent();
        while (more && !Thread.currentThread().isInterrupted()) {
            more = inTransaction(session -> next(session, realmId.orElseThrow()))
                    .map(this::deliver)
                    .orElse(false);
        }
    }

    private Optional<Task> next(KeycloakSession session, String realmId) {
        var book = new SinkBook(session);
        RealmModel realm = session.realms().getRealm(realmId);
        ComponentModel component = realm == null ? null : realm.getComponent(sinkId);
        if (component == null) {
            return Optional.empty();
        }
        Map<String, String> stored = Settings.stored(component);
        try {
            SinkSettings settings = SinkSettings.of(stored);
            return switch (settings.state()) {
                case PAUSED -> {
                    book.until(sinkId, Instant.now().plus(REST));
                    new Overflows(session, overflowing).see(realmId, sinkId, settings);
                    yield Optional.empty();
                }
                case ACTIVE -> task(session, realm, component, settings);
            };
        } catch (InvalidSettingException unusable) {
            failed(session, realm.getName(), SinkSettings.NAME.key(), String.valueOf(unusable.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Task> task(
            KeycloakSession session, RealmModel realm, ComponentModel component, SinkSettings settings) {
        Duration lease = ConfiguredSinks.kind(session, component)
                .orElseThrow()
                .patience(Settings.stored(component))
                .multipliedBy(2)
                .plus(REST);
        Optional<Batch> batch = new Batches(session).oldest(sinkId);
        // At once if nothing waits: the sink is due again as soon as something does.
        new SinkBook(session).until(sinkId, batch.isPresent() ? Instant.now().plus(lease) : Instant.EPOCH);
        return batch.map(found -> new Task(realm.getId(), realm.getName(), settings, lease, found));
    }

    /** Whether more may be delivered. */
    private boolean deliver(Task task) {
        Outcome outcome = inTransaction(session -> offer(session, task));
        return inTransaction(session -> settle(session, task, outcome));
    }

    /** Its own session has the realm's vault, HTTP client and tracing; of the database it needs nothing. */
    private Outcome offer(KeycloakSession session, Task task) {
        RealmModel realm = session.realms().getRealm(task.realmId());
        ComponentModel component = realm == null ? null : realm.getComponent(sinkId);
        if (component == null) {
            return new Outcome(0, Optional.empty(), Optional.of("it was removed"));
        }
        session.getContext().setRealm(realm);
        return new Offer(session, open, component, () -> prolong(task.lease())).of(task.batch(), task.settings());
    }

    private void prolong(Duration lease) {
        inTransaction(session -> {
            new SinkBook(session).until(sinkId, Instant.now().plus(lease));
            return true;
        });
    }

    private boolean settle(KeycloakSession session, Task task, Outcome outcome) {
        var batches = new Batches(session);
        int done = outcome.delivered();
        if (outcome.refusal().isPresent()) {
            Offer.Refusal refusal = outcome.refusal().get();
            batches.bury(sinkId, task.realmId(), task.batch(), refusal.index(), refusal.why());
            LOG.errorf(
                    "Sink %s of realm %s will not take a record, which is kept as a dead letter: it %s",
                    task.settings().name(), task.realm(), refusal.why());
            done = refusal.index() + 1;
        }
        if (outcome.delivered() > 0) {
            new SinkBook(session).delivered(sinkId, outcome.delivered(), Instant.now());
            meters.delivered(task.realm(), task.settings().name(), outcome.delivered());
        }
        if (done == task.batch().lines().size()) {
            batches.remove(task.batch().id());
        } else if (done > 0) {
            batches.dropFirst(task.batch(), done);
        }
        outcome.failure().ifPresent(why -> {
            failed(session, task.realm(), task.settings().name(), why);
            new Overflows(session, overflowing).see(task.realmId(), sinkId, task.settings());
        });
        return outcome.failure().isEmpty();
    }

    private void failed(KeycloakSession session, String realm, String name, String why) {
        open.close(sinkId);
        Instant now = Instant.now();
        var book = new SinkBook(session);
        int failures = book.failed(sinkId, why, now);
        book.until(sinkId, BACKOFF.computeNextAttemptAt(now, failures));
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
