package dev.contactcenter.kit.session;

import java.util.Optional;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The network address that the person's last own request in a session came from: a sign-in with a client, or what a client on the
 * person's device sent. Keycloak itself keeps only the one of the first sign-in. A client that can keep a secret is a server, whose
 * address says nothing of the person.
 */
public final class OwnAddress {

    private static final String NOTE = "contact-center.session.address";

    private OwnAddress() {}

    /** As Keycloak's proxy settings gave it; empty if there is none. */
    static String of(UserSessionModel session, Optional<AuthenticatedClientSessionModel> client) {
        if (session.getPersistenceState() == SessionPersistenceState.TRANSIENT) {
            // In the likeness of a session that goes on elsewhere, it has the notes and the address of that.
            return session.getNote(Constants.CREATED_FROM_PERSISTENT) == null ? "" : latest(session);
        }
        return client.map(in -> in.getNote(NOTE)).orElseGet(() -> latest(session));
    }

    /** Remembers it. It is written only if it is another one: an ordinary refresh costs no change. */
    public static void remember(UserSessionModel session, ClientModel client, String address) {
        Optional<AuthenticatedClientSessionModel> in =
                Optional.ofNullable(session.getAuthenticatedClientSessionByClient(client.getId()));
        in.ifPresent(of -> {
            if (!address.equals(of(session, in))) {
                of.setNote(NOTE, address);
            }
            if (!address.equals(latest(session))) {
                session.setNote(NOTE, address);
            }
        });
    }

    /** Remembers it with the client session and the session that a login begins or continues. */
    public static void remember(AuthenticationSessionModel login, String address) {
        login.setClientNote(NOTE, address);
        login.setUserSessionNote(NOTE, address);
    }

    private static String latest(UserSessionModel session) {
        return Optional.ofNullable(session.getNote(NOTE))
                .or(() -> Optional.ofNullable(session.getIpAddress()))
                .orElse("");
    }
}
