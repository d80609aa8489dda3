package dev.contactcenter.revocation.denylist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One entry of a realm's denylist. Moments are milliseconds since 1970. */
@Entity
@IdClass(DenylistKey.class)
@Table(name = "CONTACT_CENTER_DENYLIST")
@NamedQuery(
        name = DenylistEntity.AFTER,
        query = "select d from DenylistEntity d where d.realmId = :realm and d.cursor > :after order by d.cursor")
@NamedQuery(
        name = DenylistEntity.LATEST,
        query = "select d from DenylistEntity d where d.realmId = :realm and d.kind = :kind and d.value = :value"
                + " order by d.cursor desc")
@NamedQuery(
        name = DenylistEntity.REPLACE,
        query = "delete from DenylistEntity d where d.realmId = :realm and d.kind = :kind and d.value = :value")
@NamedQuery(
        name = DenylistEntity.LIFTED,
        query = "select max(d.cursor) from DenylistEntity d where d.realmId = :realm and d.forgetAt < :now"
                + " and d.untilAt <= d.enteredAt")
@NamedQuery(
        name = DenylistEntity.FORGET,
        query = "delete from DenylistEntity d where d.realmId = :realm and d.forgetAt < :now")
@NamedQuery(name = DenylistEntity.FORGET_REALM, query = "delete from DenylistEntity d where d.realmId = :realm")
public class DenylistEntity {

    static final String AFTER = "contactCenterDenylistAfter";
    static final String LATEST = "contactCenterDenylistLatest";
    static final String REPLACE = "contactCenterDenylistReplace";
    static final String LIFTED = "contactCenterDenylistLifted";
    static final String FORGET = "contactCenterDenylistForget";
    static final String FORGET_REALM = "contactCenterDenylistForgetRealm";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    @Id
    @Column(name = "CURSOR_NO")
    long cursor;

    @Column(name = "KIND", length = 16, nullable = false)
    String kind = "";

    @Column(name = "ENTRY_VALUE", length = 255, nullable = false)
    String value = "";

    @Column(name = "REASON", length = 48, nullable = false)
    String reason = "";

    @Column(name = "ORIGIN", length = 255, nullable = false)
    String origin = "";

    /** Null for nothing: some databases take an empty text for null. */
    @Column(name = "DETAIL", length = 255)
    @Nullable
    String detail;

    @Column(name = "ENTERED_AT", nullable = false)
    long enteredAt;

    /** Null if it counts until it is lifted. */
    @Column(name = "UNTIL_AT")
    @Nullable
    Long untilAt;

    /** From when on nobody needs to know of it; the end of time for what counts until it is lifted. */
    @Column(name = "FORGET_AT", nullable = false)
    long forgetAt;
}
