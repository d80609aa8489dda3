package dev.contactcenter.endpoints.transmitter;

import dev.contactcenter.endpoints.streams.Credentials;
import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/** Secrets of settings, out of Keycloak's vault where they are in it. */
public final class Vaulted {

    private Vaulted() {}

    /** What a setting means. */
    public static String secret(KeycloakSession session, String setting) {
        try (VaultStringSecret secret = session.vault().getStringSecret(setting)) {
            return secret.get().orElse(setting);
        }
    }

    /** The same credentials with their secret. */
    public static Credentials credentials(KeycloakSession session, Credentials credentials) {
        return new Credentials(
                credentials.tokenEndpoint(),
                credentials.clientId(),
                secret(session, credentials.secret()),
                credentials.scope());
    }
}
