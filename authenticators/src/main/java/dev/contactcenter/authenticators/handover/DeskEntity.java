package dev.contactcenter.authenticators.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** Who took a desk over last. Whoever takes it over holds the row until that is committed. */
@Entity
@Table(name = "CONTACT_CENTER_DESK")
@NamedQuery(name = DeskEntity.FORGET_USER, query = "delete from DeskEntity d where d.userId = :user")
@NamedQuery(name = DeskEntity.FORGET_REALM, query = "delete from DeskEntity d where d.realmId = :realm")
class DeskEntity {

    static final String FORGET_USER = "contactCenterForgetDesksOfUser";
    static final String FORGET_REALM = "contactCenterForgetDesksOfRealm";

    /** Of realm and device, as a hash: some databases take texts for the same that differ in case. */
    @Id
    @Column(name = "DESK_KEY", length = 64)
    String key = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";

    @Column(name = "USER_ID", length = 255, nullable = false)
    String userId = "";

    @Column(name = "SESSION_ID", length = 36, nullable = false)
    String sessionId = "";
}
