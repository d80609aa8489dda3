package dev.contactcenter.authenticators.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A desk that was taken over at least once. It says nothing; whoever takes the desk over holds its row until all is done. */
@Entity
@Table(name = "CONTACT_CENTER_DESK")
@NamedQuery(name = "contactCenterForgetDesksOfRealm", query = "delete from DeskEntity d where d.realmId = :realm")
class DeskEntity {

    /** Of realm and device, as a hash: some databases take texts for the same that differ in case. */
    @Id
    @Column(name = "DESK_KEY", length = 64)
    String key = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";
}
