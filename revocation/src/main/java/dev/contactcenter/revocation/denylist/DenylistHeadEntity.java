package dev.contactcenter.revocation.denylist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/**
 * Where a realm's denylist ends. Whoever enters something locks this row until its transaction ends, so that entries become
 * visible in the order of their cursors: with a sequence of the database, a reader could pass an entry that is not committed yet.
 */
@Entity
@Table(name = "CONTACT_CENTER_DENYLIST_HEAD")
@NamedQuery(name = DenylistHeadEntity.REALMS, query = "select h.realmId from DenylistHeadEntity h")
@NamedQuery(
        name = DenylistHeadEntity.READ,
        query = "select h.last, h.forgotten from DenylistHeadEntity h where h.realmId = :realm")
@NamedQuery(name = DenylistHeadEntity.FORGET_REALM, query = "delete from DenylistHeadEntity h where h.realmId = :realm")
public class DenylistHeadEntity {

    static final String REALMS = "contactCenterDenylistRealms";
    static final String READ = "contactCenterDenylistHead";
    static final String FORGET_REALM = "contactCenterDenylistHeadForgetRealm";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    /** The highest cursor that was given to an entry. */
    @Column(name = "LAST_CURSOR", nullable = false)
    long last;

    /** The highest cursor of a forgotten entry that lifted something: who knows less may refuse it still. */
    @Column(name = "FORGOTTEN_CURSOR", nullable = false)
    long forgotten;
}
