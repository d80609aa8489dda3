package dev.contactcenter.endpoints.streams;

import java.net.URI;

/**
 * What this server gets access tokens with (RFC 6749 §4.4).
 *
 * @param secret the client's secret, or the name of that in Keycloak's vault
 * @param scope what is asked for; empty for whatever the client gets
 */
public record Credentials(URI tokenEndpoint, String clientId, String secret, String scope) {

    @Override
    public String toString() {
        return "Credentials[" + tokenEndpoint + ", " + clientId + "]";
    }
}
