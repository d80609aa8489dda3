package dev.contactcenter.endpoints.receiver;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** An event that was received; whoever writes its row first is who carries it out. */
@Entity
@Table(name = "CONTACT_CENTER_EVENT")
@NamedQuery(
        name = ReceivedEventEntity.COUNT,
        query =
                "select e.outcome, count(e), max(e.receivedAt) from ReceivedEventEntity e where e.realmId = :realm and e.streamName = :stream"
                        + " group by e.outcome")
@NamedQuery(name = ReceivedEventEntity.FORGET, query = "delete from ReceivedEventEntity e where e.forgetAt < :now")
@NamedQuery(
        name = ReceivedEventEntity.FORGET_REALM,
        query = "delete from ReceivedEventEntity e where e.realmId = :realm")
class ReceivedEventEntity {

    static final String COUNT = "contactCenterCountEvents";
    static final String FORGET = "contactCenterForgetEvents";
    static final String FORGET_REALM = "contactCenterForgetEventsOfRealm";

    /** A hash of realm, stream and {@code jti}: no database takes two of them for one because of their case or length. */
    @Id
    @Column(name = "ID", length = 64)
    String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";

    @Column(name = "STREAM_NAME", length = 63, nullable = false)
    String streamName = "";

    @Column(name = "OUTCOME", length = 32, nullable = false)
    String outcome = "";

    @Column(name = "RECEIVED_AT", nullable = false)
    long receivedAt;

    /** From when on it is not accepted any more, so that nobody needs to know that it was received. */
    @Column(name = "FORGET_AT", nullable = false)
    long forgetAt;
}
