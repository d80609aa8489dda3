package dev.contactcenter.authenticators.passkeystore;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One passkey, by the id of Keycloak's credential. */
@Entity
@Table(name = "CONTACT_CENTER_PASSKEY")
@NamedQuery(
        name = "contactCenterPasskeysOfUser",
        query = "select p from PasskeyEntity p where p.realmId = :realm and p.userId = :user")
@NamedQuery(
        name = "contactCenterDeviceBoundPasskeys",
        query = "select p.credentialId from PasskeyEntity p where p.realmId = :realm and p.credentialId in (:ids) and"
                + " p.backupEligible = false")
@NamedQuery(name = "contactCenterForgetUser", query = "delete from PasskeyEntity p where p.userId = :user")
@NamedQuery(name = "contactCenterForgetRealm", query = "delete from PasskeyEntity p where p.realmId = :realm")
class PasskeyEntity {

    @Id
    @Column(name = "CREDENTIAL_ID", length = 255)
    String credentialId = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";

    @Column(name = "USER_ID", length = 255, nullable = false)
    String userId = "";

    @Column(name = "USER_VERIFIED", nullable = false)
    boolean userVerified;

    @Column(name = "BACKUP_ELIGIBLE", nullable = false)
    boolean backupEligible;

    @Column(name = "BACKED_UP", nullable = false)
    boolean backedUp;

    @Column(name = "AAGUID", length = 36, nullable = false)
    String aaguid = "";

    /** Null where the browser did not tell: some databases take an empty text for null. */
    @Column(name = "ATTACHMENT", length = 32)
    @Nullable
    String attachment;
}
