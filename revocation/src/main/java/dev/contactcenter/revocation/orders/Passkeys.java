package dev.contactcenter.revocation.orders;

import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.entities.CredentialEntity;

/** Finds and removes a passkey by the id of Keycloak's credential, by which Keycloak itself asks a user only. */
final class Passkeys {

    private Passkeys() {}

    /** The person of the realm whose passkey it is; nothing if the realm has none. */
    static Optional<String> owner(KeycloakSession session, RealmModel realm, String credentialId) {
        return Optional.ofNullable(session.getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .find(CredentialEntity.class, credentialId))
                .map(credential ->
                        session.users().getUserById(realm, credential.getUser().getId()))
                .map(UserModel::getId);
    }

    static void remove(KeycloakSession session, RealmModel realm, String credentialId) {
        owner(session, realm, credentialId)
                .ifPresent(userId -> session.users()
                        .getUserById(realm, userId)
                        .credentialManager()
                        .removeStoredCredentialById(credentialId));
    }
}
