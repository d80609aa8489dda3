package dev.contactcenter.authenticators.passkey;

import java.util.Base64;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Finds the credential that Keycloak keeps of a passkey. */
final class StoredPasskey {

    private StoredPasskey() {}

    /** The user's passkey with this id, as the authenticator chose it; empty if the user has none such. */
    static Optional<WebAuthnCredentialModel> find(UserModel user, byte[] credentialId) {
        String wanted = Base64.getEncoder().encodeToString(credentialId);
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                .map(WebAuthnCredentialModel::createFromCredentialModel)
                .filter(model -> wanted.equals(model.getWebAuthnCredentialData().getCredentialId()))
                .findFirst();
    }
}
