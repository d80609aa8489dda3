package dev.contactcenter.revocation.caep;

import dev.contactcenter.kit.caep.Initiator;
import dev.contactcenter.kit.revocation.Cause;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Has Keycloak's transmitter keep a {@code session-revoked} (CAEP 1.0 §3.1) for each of its streams, in the transaction that ends the
 * session. Keycloak itself keeps one only for a logout: a session that is ended in any other way it does not tell.
 */
public final class SessionRevoked {

    private static final Logger LOG = Logger.getLogger(SessionRevoked.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    public SessionRevoked(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Tells that a session ends; nothing if the transmitter is off, on this server or in this realm. */
    public void tell(UserModel user, String ending, Cause cause) {
        if (Transmitter.isOnIn(realm)) {
            try {
                tell(new Transmitter(session), user, ending, cause);
            } catch (ReflectiveOperationException other) {
                // The session ends all the same, and every other way of telling so is left.
                LOG.errorf(other, "This Keycloak's transmitter of security events is not the one that is known");
            }
        }
    }

    private void tell(Transmitter transmitter, UserModel user, String ending, Cause cause)
            throws ReflectiveOperationException {
        List<Transmitter.Stream> streams = transmitter.streams();
        for (Transmitter.Stream stream : streams) {
            if (stream.isAbout(user)) {
                stream.sessionRevoked(event(user, ending), words(cause), initiator(cause));
            }
        }
    }

    private Event event(UserModel user, String ending) {
        Event event = new Event();
        event.setRealmId(realm.getId());
        event.setUserId(user.getId());
        event.setSessionId(ending);
        event.setDetails(Map.of());
        return event;
    }

    private static String words(Cause cause) {
        return cause.detail().isEmpty() ? cause.reason() : cause.reason() + ": " + cause.detail();
    }

    /** CAEP 1.0 §2, {@code initiating_entity}. */
    private static Initiator initiator(Cause cause) {
        return switch (cause.origin()) {
            case "administrator" -> Initiator.ADMIN;
            case "policy", "limit" -> Initiator.POLICY;
            case "account", "handover" -> Initiator.USER;
            default -> Initiator.SYSTEM;
        };
    }
}
