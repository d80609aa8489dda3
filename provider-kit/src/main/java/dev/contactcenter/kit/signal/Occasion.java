package dev.contactcenter.kit.signal;

import dev.contactcenter.kit.session.RealmSessions;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a source is asked about.
 *
 * @param keycloak the request; what it shows is the person's only if its asker is
 * @param asker who sent it
 * @param address the network address of the person's last own request, which is this one unless another asks; empty if none is known
 * @param now the moment of the decision, by Keycloak's clock
 * @param sessionId id that the session has, or will have: Keycloak gives a login's id to the session that it leads to; empty for a
 *     service that acts without one
 * @param userId Keycloak's id of the person; empty before anybody is known, and for a service
 * @param notes what the session remembers
 * @param device id of the device that this request or its session proved; nothing if none did
 */
public record Occasion(
        KeycloakSession keycloak,
        Asker asker,
        String address,
        RealmModel realm,
        Instant now,
        String sessionId,
        String userId,
        Notes notes,
        Optional<String> device) {

    /** Before the device is known. */
    public Occasion(
            KeycloakSession keycloak,
            Asker asker,
            String address,
            RealmModel realm,
            Instant now,
            String sessionId,
            String userId,
            Notes notes) {
        this(keycloak, asker, address, realm, now, sessionId, userId, notes, Optional.empty());
    }

    /** The same once the device is known. */
    Occasion on(Optional<String> known) {
        return new Occasion(keycloak, asker, address, realm, now, sessionId, userId, notes, known);
    }

    /** Who sends the request. */
    public Sender sender() {
        return Sender.of(keycloak, realm, notes);
    }

    /**
     * The session as it is now; nothing of a service that acts without one, and of a login that has none yet. Where an offline session goes
     * on beside the session that it began in, it is that one: what is told of a session is told of both.
     */
    public Optional<UserSessionModel> session() {
        return switch (notes) {
            case Notes.OfSession(UserSessionModel known) when !known.isOffline() -> Optional.of(known);
            case Notes.OfSession ignored -> find();
            // The login knows the one that it continues; one that it begins has nothing told of it yet.
            case Notes.OfLogin(AuthenticationSessionModel ignored, Optional<UserSessionModel> continued) -> continued;
            case Notes.OfService ignored -> find();
            case Notes.None ignored -> find();
        };
    }

    private Optional<UserSessionModel> find() {
        return sessionId.isEmpty() ? Optional.empty() : new RealmSessions(keycloak, realm).first(sessionId);
    }
}
