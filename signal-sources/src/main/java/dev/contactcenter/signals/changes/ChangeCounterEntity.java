package dev.contactcenter.signals.changes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/**
 * The one row that numbers changes. Whoever writes something raises it last in the same transaction and holds its lock until the commit:
 * so changes become visible in the order of their numbers, and who has seen a number has seen all before it.
 */
@Entity
@Table(name = "CONTACT_CENTER_CHANGE_COUNTER")
@NamedQuery(name = ChangeCounterEntity.RAISE, query = "update ChangeCounterEntity c set c.changes = c.changes + 1")
@NamedQuery(name = ChangeCounterEntity.READ, query = "select c.changes from ChangeCounterEntity c")
class ChangeCounterEntity {

    static final String RAISE = "contactCenterChangeRaise";
    static final String READ = "contactCenterChangeRead";

    @Id
    @Column(name = "ID")
    int id = 1;

    @Column(name = "CHANGES", nullable = false)
    long changes;
}
