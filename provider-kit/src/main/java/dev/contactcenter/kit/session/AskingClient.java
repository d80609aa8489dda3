package dev.contactcenter.kit.session;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * The client of a request.
 *
 * @param id its client id
 */
public record AskingClient(String id, ClientCredential credential) {

    /** The client of this id; one that the realm does not have proves nothing. */
    public static AskingClient of(RealmModel realm, String clientId) {
        ClientModel client = realm.getClientByClientId(clientId);
        return new AskingClient(clientId, client == null ? ClientCredential.NONE : ClientCredential.of(client));
    }
}
