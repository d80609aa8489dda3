package dev.contactcenter.signals.changes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** What one transaction changed, in as many rows as it takes. */
@Entity
@IdClass(ChangePart.class)
@Table(name = "CONTACT_CENTER_CHANGE")
@NamedQuery(
        name = ChangeEntity.AFTER,
        query = "select c from ChangeEntity c where c.change > :after and c.change <= :until")
@NamedQuery(name = ChangeEntity.FORGET, query = "delete from ChangeEntity c where c.changedAt < :before")
class ChangeEntity {

    static final String AFTER = "contactCenterChangeAfter";
    static final String FORGET = "contactCenterChangeForget";

    /** Characters in one row. */
    static final int LENGTH = 2000;

    @Id
    @Column(name = "CHANGE_NUMBER")
    long change;

    @Id
    @Column(name = "PART")
    int part;

    /** {@link Changed}s, with blanks between them. */
    @Column(name = "CHANGED", length = LENGTH, nullable = false)
    String changed = "";

    /** Milliseconds since 1970; it only tells when the row may go. */
    @Column(name = "CHANGED_AT", nullable = false)
    long changedAt;
}
