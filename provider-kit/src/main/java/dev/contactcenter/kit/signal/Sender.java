package dev.contactcenter.kit.signal;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;

/** Who sends a request: whose connection it comes on, and so whose certificate that shows. */
public enum Sender {
    /** The person: a browser, or an app on the device in front of them, which cannot keep a secret. */
    PERSON,
    /** A server on behalf of a person: an application that authenticates itself, or a resource server that asks about a token. */
    APPLICATION,
    /** A service on behalf of itself. */
    SERVICE;

    /** Who sends the request that these notes are about. */
    public static Sender of(KeycloakSession keycloak, RealmModel realm, Notes notes) {
        return switch (notes) {
            // A login with password and without a page (RFC 6749 §4.3) is sent by the application.
            case Notes.OfLogin ignored -> isTokenRequest(keycloak, realm) ? ofClient(keycloak) : PERSON;
            case Notes.OfSession ignored -> ofClient(keycloak);
            case Notes.None ignored -> ofClient(keycloak);
            case Notes.OfService ignored -> SERVICE;
        };
    }

    /** Whether the request in hand is one of the token endpoint, the only one whose form tells a grant type. */
    public static boolean isTokenRequest(KeycloakSession keycloak, RealmModel realm) {
        var uri = keycloak.getContext().getUri();
        return uri.getAbsolutePath()
                .equals(OIDCLoginProtocolService.tokenUrl(uri.getBaseUriBuilder())
                        .build(realm.getName()));
    }

    /** The client that Keycloak authenticated on this request; nobody knows whose server it is if there is none. */
    private static Sender ofClient(KeycloakSession keycloak) {
        ClientModel client = keycloak.getContext().getClient();
        return client != null && client.isPublicClient() ? PERSON : APPLICATION;
    }
}
