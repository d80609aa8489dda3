package dev.contactcenter.endpoints.transmitter;

import dev.contactcenter.endpoints.streams.Credentials;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/** Secrets of settings, out of Keycloak's vault where they are in it. */
public final class Vaulted {

    private Vaulted() {}

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{vault\\..+}");

    /**
     * What a setting means.
     *
     * @throws IllegalStateException if it names a secret that the vault does not have: the name itself, which is no secret, must not
     *     serve as one
     */
    public static String secret(KeycloakSession session, String setting) {
        try (VaultStringSecret secret = session.vault().getStringSecret(setting)) {
            return secret.get().orElseGet(() -> literal(setting));
        }
    }

    private static String literal(String setting) {
        if (REFERENCE.matcher(setting).matches()) {
            throw new IllegalStateException(
                    "Keycloak's vault has no secret " + setting + ", which a stream's setting names");
        }
        return setting;
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
