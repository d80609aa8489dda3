package dev.contactcenter.authenticators.passkeystore;

import dev.contactcenter.kit.passkey.PasskeyBindings;
import dev.contactcenter.kit.session.PasskeyFacts;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Keeps what Keycloak's credential does not hold: the flags BE, BS and UV and the attachment. */
public final class PasskeyStore implements PasskeyBindings {

    private final EntityManager entities;

    public PasskeyStore(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** What was kept of the passkey with this id of Keycloak's credential. */
    public Optional<KnownPasskey> find(String credentialId) {
        return Optional.ofNullable(entities.find(PasskeyEntity.class, credentialId))
                .map(kept -> new KnownPasskey(kept.backupEligible, kept.attachment == null ? "" : kept.attachment));
    }

    @Override
    public Set<String> deviceBound(RealmModel realm, Collection<String> credentialIds) {
        return credentialIds.isEmpty()
                ? Set.of()
                : Set.copyOf(entities.createNamedQuery("contactCenterDeviceBoundPasskeys", String.class)
                        .setParameter("realm", realm.getId())
                        .setParameter("ids", credentialIds)
                        .getResultList());
    }

    /** Keeps the facts, and forgets those of passkeys that the user no longer has. */
    public void keep(RealmModel realm, UserModel user, String credentialId, PasskeyFacts facts) {
        PasskeyEntity kept = entities.find(PasskeyEntity.class, credentialId);
        if (kept == null) {
            forgetRemoved(realm, user);
            kept = new PasskeyEntity();
            kept.credentialId = credentialId;
            kept.realmId = realm.getId();
            kept.userId = user.getId();
            write(kept, facts);
            entities.persist(kept);
        } else {
            write(kept, facts);
        }
    }

    private static void write(PasskeyEntity kept, PasskeyFacts facts) {
        kept.userVerified = facts.userVerified();
        kept.backupEligible = facts.backupEligible();
        kept.backedUp = facts.backedUp();
        kept.aaguid = facts.aaguid();
        kept.attachment = facts.attachment().isEmpty() ? null : facts.attachment();
    }

    private void forgetRemoved(RealmModel realm, UserModel user) {
        Set<String> present = user.credentialManager()
                .getStoredCredentialsStream()
                .map(CredentialModel::getId)
                .collect(Collectors.toSet());
        entities.createNamedQuery("contactCenterPasskeysOfUser", PasskeyEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("user", user.getId())
                .getResultStream()
                .filter(kept -> !present.contains(kept.credentialId))
                .forEach(entities::remove);
    }

    /** Forgets all passkeys of a user who is removed. */
    void forgetUser(String userId) {
        entities.createNamedQuery("contactCenterForgetUser")
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Forgets all passkeys of a realm that is removed. */
    void forgetRealm(String realmId) {
        entities.createNamedQuery("contactCenterForgetRealm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
