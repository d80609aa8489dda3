package dev.contactcenter.revocation.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An order, and how far it has come. Moments are milliseconds since 1970. */
@Entity
@Table(name = "CONTACT_CENTER_REVOCATION")
@NamedQuery(
        name = OrderEntity.OF_KEY,
        query = "select o from OrderEntity o where o.realmId = :realm and o.orderKey = :key")
@NamedQuery(
        name = OrderEntity.OF_REALM,
        query = "select o from OrderEntity o where o.realmId = :realm order by o.takenAt desc, o.id")
@NamedQuery(name = OrderEntity.DUE, query = "select o.id from OrderEntity o where o.dueAt <= :now order by o.dueAt")
@NamedQuery(
        name = OrderEntity.CLAIM,
        query = "update OrderEntity o set o.dueAt = :until where o.id = :id and o.dueAt <= :now")
@NamedQuery(
        name = OrderEntity.COUNT,
        query = "update OrderEntity o set o.ended = o.ended + 1, o.dueAt = :until where o.id = :id")
@NamedQuery(
        name = OrderEntity.FORGET,
        query = "delete from OrderEntity o where o.dueAt is null and o.takenAt < :before")
@NamedQuery(name = OrderEntity.FORGET_REALM, query = "delete from OrderEntity o where o.realmId = :realm")
public class OrderEntity {

    static final String OF_KEY = "contactCenterOrderOfKey";
    static final String OF_REALM = "contactCenterOrdersOfRealm";
    static final String DUE = "contactCenterOrdersDue";
    static final String CLAIM = "contactCenterClaimOrder";
    static final String COUNT = "contactCenterCountEndedSession";
    static final String FORGET = "contactCenterForgetOrders";
    static final String FORGET_REALM = "contactCenterForgetOrdersOfRealm";

    @Id
    @Column(name = "ID", length = 36)
    String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";

    @Column(name = "ORDER_KEY", length = 600, nullable = false)
    String orderKey = "";

    @Column(name = "KIND", length = 16, nullable = false)
    String kind = "";

    @Column(name = "SUBJECT", length = 255, nullable = false)
    String subject = "";

    /** Of a passkey, Keycloak's id of its person. */
    @Column(name = "OWNER_ID", length = 255)
    @Nullable
    String ownerId;

    /** When a token that it is about expires; 0 for everything else. */
    @Column(name = "EXPIRES_AT", nullable = false)
    long expiresAt;

    @Column(name = "REASON", length = 48, nullable = false)
    String reason = "";

    @Column(name = "ORIGIN", length = 255, nullable = false)
    String origin = "";

    /** Null for nothing: some databases take an empty text for null. */
    @Column(name = "DETAIL", length = 255)
    @Nullable
    String detail;

    @Column(name = "TAKEN_AT", nullable = false)
    long takenAt;

    /** When it is to be carried out, for the first time or again; while a server works on it, when another may. Null if never. */
    @Column(name = "DUE_AT")
    @Nullable
    Long dueAt;

    @Column(name = "DONE_AT")
    @Nullable
    Long doneAt;

    /** How often it was carried out without a failure. */
    @Column(name = "PASSES", nullable = false)
    int passes;

    @Column(name = "ENDED", nullable = false)
    int ended;

    @Column(name = "FAILED", nullable = false)
    int failed;
}
