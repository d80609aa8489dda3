package dev.contactcenter.listeners.chain;

import dev.contactcenter.trail.ChainHead;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Where the chains of realms end. */
public final class Chains {

    /** Longer than any transaction lives: until then a server may still believe that a chain ends where it no longer does. */
    private static final Duration LINKS_KEPT = Duration.ofHours(1);

    private final EntityManager entities;

    public Chains(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * Waits until no other server seals, and keeps others waiting until the transaction ends. Keycloak's lock for scheduled tasks does
     * not do: it ends after some seconds, whether the task has or not. Must come first in its transaction: where reads are repeatable
     * (MySQL, unless told otherwise), a transaction goes on seeing what it saw with its first read, and would seal records again that
     * were sealed while it waited.
     */
    void lock() {
        counter();
    }

    private ChainEntity counter() {
        return entities.find(ChainEntity.class, ChainEntity.COUNTER, LockModeType.PESSIMISTIC_WRITE);
    }

    /** A number that is larger than that of every batch before. */
    long nextBatch() {
        return ++counter().seq;
    }

    /** Where a realm's chain ends. */
    public ChainHead head(String realmId) {
        return Optional.ofNullable(entities.find(ChainEntity.class, realmId))
                .map(row -> new ChainHead(ChainHead.idOf(realmId), row.seq, row.hash))
                .orElseGet(() -> ChainHead.before(ChainHead.idOf(realmId)));
    }

    /** Number of the record that a realm signed last; 0 if none. */
    public long signedUpTo(String realmId) {
        return Optional.ofNullable(entities.find(ChainEntity.class, realmId))
                .map(row -> row.checkpointSeq)
                .orElse(0L);
    }

    void save(String realmId, ChainHead head, Instant now) {
        ChainEntity row = entities.find(ChainEntity.class, realmId);
        if (row == null) {
            row = new ChainEntity();
            row.realmId = realmId;
            row.checkpointAt = now.toEpochMilli();
            row.seq = head.seq();
            row.hash = head.hash();
            entities.persist(row);
        } else {
            row.seq = head.seq();
            row.hash = head.hash();
        }
    }

    /**
     * Goes on with a realm's chain. The transaction fails if another did so from the same record.
     *
     * @param first number of the first record that is added
     */
    void goOn(String realmId, long first, Instant now) {
        var link = new ChainLinkEntity();
        link.realmId = realmId;
        link.seq = first;
        link.sealedAt = now.toEpochMilli();
        entities.persist(link);
    }

    /** Forgets where chains went on long ago. */
    void forgetLinks(Instant now) {
        entities.createNamedQuery(ChainLinkEntity.FORGET)
                .setParameter("before", now.minus(LINKS_KEPT).toEpochMilli())
                .executeUpdate();
    }

    /** Ids of realms of which something was not signed for long. */
    List<String> unsigned(Instant before) {
        return entities.createNamedQuery(ChainEntity.UNSIGNED, String.class)
                .setParameter("before", before.toEpochMilli())
                .getResultList();
    }

    void signed(String realmId, long seq, Instant now) {
        Optional.ofNullable(entities.find(ChainEntity.class, realmId)).ifPresent(row -> {
            row.checkpointSeq = seq;
            row.checkpointAt = now.toEpochMilli();
        });
    }
}
