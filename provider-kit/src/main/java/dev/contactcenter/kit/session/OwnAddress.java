package dev.contactcenter.kit.session;

import java.util.Optional;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;

/**
 * The network address that a client's last own request in a session came from: a sign-in, a code that was redeemed, or a refresh.
 * Keycloak itself keeps only the one of the sign-in.
 */
public final class OwnAddress {

    private static final String NOTE = "contact-center.session.address";

    private OwnAddress() {}

    /** As Keycloak's proxy settings gave it; empty if the session was made for the one request and remembers none. */
    static String of(UserSessionModel session, ClientModel client) {
        if (session.getPersistenceState() == SessionPersistenceState.TRANSIENT) {
            return "";
        }
        return ofClient(session, client).orElseGet(() -> signedIn(session));
    }

    /** Remembers it. It is written only if it is another one: an ordinary refresh costs no change. */
    public static void remember(UserSessionModel session, ClientModel client, String address) {
        AuthenticatedClientSessionModel of = session.getAuthenticatedClientSessionByClient(client.getId());
        if (of != null && !address.equals(of(session, client))) {
            of.setNote(NOTE, address);
        }
    }

    private static Optional<String> ofClient(UserSessionModel session, ClientModel client) {
        return Optional.ofNullable(session.getAuthenticatedClientSessionByClient(client.getId()))
                .map(of -> of.getNote(NOTE));
    }

    private static String signedIn(UserSessionModel session) {
        return Optional.ofNullable(session.getIpAddress()).orElse("");
    }
}
