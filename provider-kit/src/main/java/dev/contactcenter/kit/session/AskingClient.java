package dev.contactcenter.kit.session;

import org.keycloak.models.ClientModel;

/**
 * The client of a request.
 *
 * @param id its client id
 */
public record AskingClient(String id, ClientCredential credential) {

    /** What is to know of a client. */
    public static AskingClient of(ClientModel client) {
        return new AskingClient(client.getClientId(), ClientCredential.of(client));
    }
}
