package dev.contactcenter.endpoints.transmitter;

import dev.contactcenter.endpoints.streams.Credentials;
import dev.contactcenter.kit.setting.VaultedSecret;
import org.keycloak.models.KeycloakSession;

/** Secrets of settings, out of Keycloak's vault where they are in it. */
public final class Vaulted {

    private Vaulted() {}

    /** The same credentials with their secret. */
    public static Credentials credentials(KeycloakSession session, Credentials credentials) {
        return new Credentials(
                credentials.tokenEndpoint(),
                credentials.clientId(),
                VaultedSecret.of(session, credentials.secret()),
                credentials.scope());
    }
}
