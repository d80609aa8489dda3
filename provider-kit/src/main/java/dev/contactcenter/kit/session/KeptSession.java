package dev.contactcenter.kit.session;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * The session that is kept. For a token that was exchanged Keycloak works on a copy, and what is written into that is gone after the
 * request.
 */
public final class KeptSession {

    private KeptSession() {}

    /** The session itself, or the one that it is a copy of; nothing if it is of a service that has none. */
    public static Optional<UserSessionModel> of(KeycloakSession keycloak, UserSessionModel session) {
        if (session.getPersistenceState() != UserSessionModel.SessionPersistenceState.TRANSIENT) {
            return Optional.of(session);
        }
        return new RealmSessions(keycloak, session.getRealm()).first(session.getId());
    }
}
