package dev.contactcenter.kit.signal;

import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;

/** Who sent the request that is decided about. */
public enum Asker {
    /** The person's browser or application: the address, the headers and the certificate of the request are the person's. */
    PERSON,
    /**
     * Somebody who shows a token of the person: a gateway that introspects it, a resource server that exchanges it. What that request
     * shows says nothing about the person; what the session remembers of its own last requests does.
     */
    ANOTHER;

    /** Of the request in hand, as far as it tells by itself. The subject of an exchange is shown by another (RFC 8693 §2.1). */
    public static Asker of(KeycloakSession session) {
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        // A login's form can have a field of that name too, and whoever fills it in is the person. The field first: it
        // costs least.
        return OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE.equals(form.getFirst(OAuth2Constants.GRANT_TYPE))
                        && Sender.isTokenRequest(session, session.getContext().getRealm())
                ? ANOTHER
                : PERSON;
    }
}
