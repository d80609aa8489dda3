package dev.contactcenter.endpoints.receiver;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** How a stream is doing. */
@Entity
@Table(name = "CONTACT_CENTER_STREAM")
@NamedQuery(
        name = StreamEntity.DUE,
        query = "select s.id from StreamEntity s where s.nextPollAt <= :now order by s.nextPollAt")
@NamedQuery(
        name = StreamEntity.CLAIM,
        query = "update StreamEntity s set s.nextPollAt = :until where s.id = :id and s.nextPollAt <= :now")
@NamedQuery(
        name = StreamEntity.REFUSED,
        query =
                "update StreamEntity s set s.refused = s.refused + 1, s.lastError = :error, s.lastErrorAt = :now where s.id = :id")
@NamedQuery(
        name = StreamEntity.CONFIGURED,
        query = "select c.id, c.realm.id from ComponentEntity c where c.providerId = :provider and not exists"
                + " (select s from StreamEntity s where s.id = c.id)")
@NamedQuery(
        name = StreamEntity.FORGET,
        query = "delete from StreamEntity s where not exists (select c from ComponentEntity c where c.id = s.id)")
@NamedQuery(name = StreamEntity.FORGET_REALM, query = "delete from StreamEntity s where s.realmId = :realm")
class StreamEntity {

    static final String DUE = "contactCenterStreamsDue";
    static final String CLAIM = "contactCenterClaimStream";
    static final String REFUSED = "contactCenterStreamRefused";
    static final String CONFIGURED = "contactCenterStreamsConfigured";
    static final String FORGET = "contactCenterForgetStreams";
    static final String FORGET_REALM = "contactCenterForgetStreamsOfRealm";

    /** Of the component that configures it. */
    @Id
    @Column(name = "ID", length = 36)
    String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";

    /** What this server asked for a verification event with; null if it waits for none. */
    @Column(name = "AWAITED_STATE", length = 255)
    @Nullable
    String awaitedState;

    @Column(name = "ASKED_AT")
    @Nullable
    Long askedAt;

    @Column(name = "VERIFIED_AT")
    @Nullable
    Long verifiedAt;

    /** What the transmitter said that it made of the stream; null if it never said anything. */
    @Column(name = "TOLD_STATUS", length = 16)
    @Nullable
    String toldStatus;

    /** Tokens that were not taken. */
    @Column(name = "REFUSED", nullable = false)
    long refused;

    @Column(name = "LAST_ERROR", length = 255)
    @Nullable
    String lastError;

    @Column(name = "LAST_ERROR_AT")
    @Nullable
    Long lastErrorAt;

    @Column(name = "POLLED_AT")
    @Nullable
    Long polledAt;

    /** When it is to be polled; while a server polls it, when another may. Null if it is pushed. */
    @Column(name = "NEXT_POLL_AT")
    @Nullable
    Long nextPollAt;

    /** Polls that failed, one after the other. */
    @Column(name = "FAILURES", nullable = false)
    int failures;
}
