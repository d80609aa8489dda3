package dev.contactcenter.revocation.orders;

import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.Order;
import dev.contactcenter.kit.revocation.Ordered;
import dev.contactcenter.kit.revocation.Progress;
import dev.contactcenter.kit.revocation.Target;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The orders, in the transaction of the request. */
public final class OrderBook {

    /** For how long a server has an order for itself. If it dies, another takes over then. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    /**
     * When an order is carried out once more: a sign-in or a refresh that was under way when it was taken may have stored a session
     * after the first look. Most are over within a second.
     */
    private static final Duration SECOND_LOOK = Duration.ofSeconds(1);

    private static final Duration LAST_LOOK = Duration.ofSeconds(10);

    private static final Duration SOONEST_RETRY = Duration.ofSeconds(2);
    private static final Duration LATEST_RETRY = Duration.ofMinutes(5);
    /** The part of an order's age that passes before it is tried again. */
    private static final int AGE = 4;

    private static final int LOOKS = 3;
    private static final int AT_ONCE = 20;

    private final KeycloakSession session;
    private final EntityManager entities;

    public OrderBook(KeycloakSession session) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Takes an order, due at once. */
    public Ordered take(RealmModel realm, Order order, Instant now) {
        String realmId = realm.getId();
        Optional<OrderEntity> known = entities.createNamedQuery(OrderEntity.OF_KEY, OrderEntity.class)
                .setParameter("realm", realmId)
                .setParameter("key", order.key())
                .getResultStream()
                .findFirst();
        if (known.isPresent()) {
            OrderEntity row = known.get();
            return Targets.isAbout(row, order.target()) ? new Ordered.Known(row.id) : new Ordered.KeyInUse(row.id);
        }
        OrderEntity row = new OrderEntity();
        row.id = UUID.randomUUID().toString();
        row.realmId = realmId;
        row.orderKey = order.key();
        Targets.write(row, order.target());
        row.reason = order.cause().reason();
        row.origin = order.cause().origin();
        row.detail = order.cause().detail().isEmpty() ? null : order.cause().detail();
        row.ownerId = owner(realm, order.target());
        row.takenAt = now.toEpochMilli();
        row.dueAt = now.toEpochMilli();
        entities.persist(row);
        // At once, so that who comes second with the same key fails here, where that can be told.
        entities.flush();
        return new Ordered.Taken(row.id);
    }

    /** Kept with the order: once the passkey is removed, nobody could tell any more. */
    private @Nullable String owner(RealmModel realm, Target target) {
        return target instanceof Target.Passkey(String credentialId)
                ? Passkeys.owner(session, realm, credentialId).orElse(null)
                : null;
    }

    /** Ids of orders that are due. */
    List<String> due(Instant now) {
        return entities.createNamedQuery(OrderEntity.DUE, String.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /** An order that nobody else works on for now; nothing if somebody does. */
    Optional<Claimed> claim(String id, Instant now) {
        int claimed = entities.createNamedQuery(OrderEntity.CLAIM)
                .setParameter("id", id)
                .setParameter("now", now.toEpochMilli())
                .setParameter("until", now.plus(LEASE).toEpochMilli())
                .executeUpdate();
        return claimed == 0
                ? Optional.empty()
                : Optional.ofNullable(entities.find(OrderEntity.class, id))
                        .map(row -> new Claimed(
                                id,
                                row.realmId,
                                order(row),
                                row.ownerId == null ? "" : row.ownerId,
                                Instant.ofEpochMilli(row.takenAt)));
    }

    /**
     * An order to be carried out.
     *
     * @param owner of a passkey, Keycloak's id of its person; empty for everything else
     */
    record Claimed(String id, String realmId, Order order, String owner, Instant takenAt) {}

    /** Counts a session as ended, in the transaction of its end, and goes on having the order for itself. */
    void ended(String id, Instant now) {
        entities.createNamedQuery(OrderEntity.COUNT)
                .setParameter("id", id)
                .setParameter("until", now.plus(LEASE).toEpochMilli())
                .executeUpdate();
    }

    /** What came of carrying an order out. */
    void carriedOut(String id, int failed, Instant now) {
        OrderEntity row = find(id);
        row.failed += failed;
        if (failed > 0) {
            Duration age = Duration.between(Instant.ofEpochMilli(row.takenAt), now);
            row.dueAt = now.plus(afterFailure(age)).toEpochMilli();
            return;
        }
        row.passes++;
        row.doneAt = row.doneAt == null ? Long.valueOf(now.toEpochMilli()) : row.doneAt;
        row.dueAt =
                row.passes < LOOKS ? Long.valueOf(now.plus(pause(row.passes)).toEpochMilli()) : null;
    }

    /** The longer something has failed, the less often it is tried. */
    private static Duration afterFailure(Duration age) {
        Duration part = age.dividedBy(AGE);
        if (part.compareTo(SOONEST_RETRY) < 0) {
            return SOONEST_RETRY;
        }
        return part.compareTo(LATEST_RETRY) > 0 ? LATEST_RETRY : part;
    }

    private static Duration pause(int passes) {
        return passes == 1 ? SECOND_LOOK : LAST_LOOK;
    }

    private OrderEntity find(String id) {
        OrderEntity row = entities.find(OrderEntity.class, id);
        if (row == null) {
            throw new IllegalStateException("The order " + id + " was removed while it was carried out");
        }
        return row;
    }

    /** How far an order of a realm has come. */
    public Optional<Progress> progress(String realmId, String id) {
        return Optional.ofNullable(entities.find(OrderEntity.class, id))
                .filter(row -> row.realmId.equals(realmId))
                .map(OrderBook::progress);
    }

    /** The orders of a realm, the latest first. */
    public List<Progress> orders(String realmId, int first, int max) {
        return entities.createNamedQuery(OrderEntity.OF_REALM, OrderEntity.class)
                .setParameter("realm", realmId)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultStream()
                .map(OrderBook::progress)
                .toList();
    }

    private static Progress progress(OrderEntity row) {
        return new Progress(
                row.id,
                order(row),
                Instant.ofEpochMilli(row.takenAt),
                Optional.ofNullable(row.doneAt).map(Instant::ofEpochMilli),
                row.ended,
                row.failed);
    }

    private static Order order(OrderEntity row) {
        return new Order(
                row.orderKey,
                Targets.read(row),
                new Cause(row.reason, row.origin, row.detail == null ? "" : row.detail));
    }

    /** Forgets orders that were carried out long ago. */
    public void forget(Instant before) {
        entities.createNamedQuery(OrderEntity.FORGET)
                .setParameter("before", before.toEpochMilli())
                .executeUpdate();
    }

    /** Forgets the orders of a realm that is removed. */
    public void forgetRealm(String realmId) {
        entities.createNamedQuery(OrderEntity.FORGET_REALM)
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
