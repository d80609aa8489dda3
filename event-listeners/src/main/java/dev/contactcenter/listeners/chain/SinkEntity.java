package dev.contactcenter.listeners.chain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A realm's sink, and how it is doing. Rows are changed by statements alone: an entity would write back a claim that it once read. */
@Entity
@Table(name = "CONTACT_CENTER_SINK")
@NamedQuery(
        name = SinkEntity.DUE,
        query =
                "select s.id from SinkEntity s where s.nextAttemptAt <= :now and s.claimedUntil <= :now and exists (select 1 from OutboxEntryEntity e"
                        + " where e.entryKind = '" + Batches.KIND + "' and e.ownerId = s.id) order by s.nextAttemptAt")
@NamedQuery(
        name = SinkEntity.CLAIM,
        query = "update SinkEntity s set s.claim = s.claim + 1, s.claimedUntil = :until where s.id = :id"
                + " and s.nextAttemptAt <= :now and s.claimedUntil <= :now")
@NamedQuery(
        name = SinkEntity.HOLD,
        query = "update SinkEntity s set s.claimedUntil = :until where s.id = :id and s.claim = :claim")
@NamedQuery(
        name = SinkEntity.REST,
        query =
                "update SinkEntity s set s.claimedUntil = 0, s.nextAttemptAt = :until where s.id = :id and s.claim = :claim")
@NamedQuery(
        name = SinkEntity.DELIVERED,
        query = "update SinkEntity s set s.delivered = s.delivered + :lines, s.deliveredAt = :now, s.failures = 0"
                + " where s.id = :id and s.claim = :claim")
@NamedQuery(
        name = SinkEntity.FAILED,
        query = "update SinkEntity s set s.failures = s.failures + 1, s.lastError = :error, s.lastErrorAt = :now"
                + " where s.id = :id and s.claim = :claim")
@NamedQuery(
        name = SinkEntity.CONFIGURED,
        query = "select c.id, c.realm.id from ComponentEntity c where c.providerId in (:providers) and not exists"
                + " (select s from SinkEntity s where s.id = c.id)")
@NamedQuery(
        name = SinkEntity.GONE,
        query = "select s.id from SinkEntity s where not exists (select c from ComponentEntity c where c.id = s.id)")
@NamedQuery(
        name = SinkEntity.LEFT_BEHIND,
        query = "select distinct e.ownerId from OutboxEntryEntity e where e.entryKind in ('" + Batches.KIND + "', '"
                + Batches.DEAD + "') and e.ownerId <> '" + Batches.SERVER
                + "' and not exists (select s from SinkEntity s where s.id = e.ownerId)")
class SinkEntity {

    static final String DUE = "contactCenterSinksDue";
    static final String CLAIM = "contactCenterClaimSink";
    static final String HOLD = "contactCenterHoldSink";
    static final String REST = "contactCenterRestSink";
    static final String DELIVERED = "contactCenterSinkDelivered";
    static final String FAILED = "contactCenterSinkFailed";
    static final String CONFIGURED = "contactCenterSinksConfigured";
    static final String GONE = "contactCenterSinksGone";
    static final String LEFT_BEHIND = "contactCenterSinksLeftBehind";

    /** Of the component that configures it. */
    @Id
    @Column(name = "ID", length = 36)
    String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";

    /** When something may be delivered to it. */
    @Column(name = "NEXT_ATTEMPT_AT", nullable = false)
    long nextAttemptAt;

    /** Grows with each claim: who notes something with a smaller number was overtaken. */
    @Column(name = "CLAIM", nullable = false)
    long claim;

    /** When another server may claim it. */
    @Column(name = "CLAIMED_UNTIL", nullable = false)
    long claimedUntil;

    /** Attempts that failed, one after the other. */
    @Column(name = "FAILURES", nullable = false)
    int failures;

    @Column(name = "LAST_ERROR", length = 255)
    @Nullable
    String lastError;

    @Column(name = "LAST_ERROR_AT")
    @Nullable
    Long lastErrorAt;

    @Column(name = "DELIVERED_AT")
    @Nullable
    Long deliveredAt;

    /** Lines that were delivered. */
    @Column(name = "DELIVERED", nullable = false)
    long delivered;

    /** Records that were given up, because its settings would rather lose the oldest than keep more. */
    @Column(name = "LOST", nullable = false)
    long lost;
}
