package dev.contactcenter.kit.session;

import java.util.Locale;
import java.util.Set;
import org.keycloak.models.ClientModel;

/**
 * What a client proves itself with at the token endpoint. Keycloak lets a client in by the one method that it is set to, so that the
 * setting tells how it was let in, and is also known where a token is looked at later.
 */
public enum ClientCredential {
    /** A key of its own, which it never shows (RFC 7523 §2.2, RFC 8705 §2). */
    KEY,
    /** A secret that it shares with Keycloak, or a method that this pack does not know. */
    SECRET,
    /** Nothing: a public client (RFC 6749 §2.1). */
    NONE;

    /** Keycloak's methods by signed JWT, certificate, identity provider of workloads, and attestation of the client. */
    private static final Set<String> BY_KEY = Set.of("client-jwt", "client-x509", "federated-jwt", "attestation-based");

    /** That of a client. */
    public static ClientCredential of(ClientModel client) {
        if (client.isPublicClient()) {
            return NONE;
        }
        String method = client.getClientAuthenticatorType();
        return method != null && BY_KEY.contains(method) ? KEY : SECRET;
    }

    /** As conditions write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
