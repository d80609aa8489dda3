package dev.contactcenter.listeners.chain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A realm's sink, and how it is doing. */
@Entity
@Table(name = "CONTACT_CENTER_SINK")
@NamedQuery(
        name = SinkEntity.DUE,
        query =
                "select s.id from SinkEntity s where s.nextAttemptAt <= :now and exists (select 1 from OutboxEntryEntity e"
                        + " where e.entryKind = '" + Batches.KIND + "' and e.ownerId = s.id) order by s.nextAttemptAt")
@NamedQuery(
        name = SinkEntity.CLAIM,
        query = "update SinkEntity s set s.nextAttemptAt = :until where s.id = :id and s.nextAttemptAt <= :now")
@NamedQuery(
        name = SinkEntity.CONFIGURED,
        query = "select c.id, c.realm.id from ComponentEntity c where c.providerId in (:providers) and not exists"
                + " (select s from SinkEntity s where s.id = c.id)")
@NamedQuery(
        name = SinkEntity.GONE,
        query = "select s.id from SinkEntity s where not exists (select c from ComponentEntity c where c.id = s.id)")
class SinkEntity {

    static final String DUE = "contactCenterSinksDue";
    static final String CLAIM = "contactCenterClaimSink";
    static final String CONFIGURED = "contactCenterSinksConfigured";
    static final String GONE = "contactCenterSinksGone";

    /** Of the component that configures it. */
    @Id
    @Column(name = "ID", length = 36)
    String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";

    /** When something may be delivered to it; while a server does that, when another may. */
    @Column(name = "NEXT_ATTEMPT_AT", nullable = false)
    long nextAttemptAt;

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
