package dev.contactcenter.kit.setting;

import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/** Secrets of settings, out of Keycloak's vault where they are in it. */
public final class VaultedSecret {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{vault\\..+}");

    private VaultedSecret() {}

    /** Whether a setting only tells where in the vault its value is. */
    public static boolean isReference(String setting) {
        return REFERENCE.matcher(setting).matches();
    }

    /**
     * What a setting means; the session's realm says whose vault.
     *
     * @throws IllegalStateException if it names a secret that the vault does not have: the name itself, which is no secret, must not
     *     serve as one
     */
    public static String of(KeycloakSession session, String setting) {
        try (VaultStringSecret secret = session.vault().getStringSecret(setting)) {
            return secret.get().orElseGet(() -> literal(setting));
        }
    }

    private static String literal(String setting) {
        if (isReference(setting)) {
            throw new IllegalStateException("Keycloak's vault has no secret " + setting + ", which a setting names");
        }
        return setting;
    }
}
