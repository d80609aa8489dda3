package dev.contactcenter.mappers.introspection;

import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.LimitedSession;
import dev.contactcenter.kit.session.SessionStanding;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;

/** Ends a session that is past a limit when somebody asks about one of its tokens. That is no use of the session. */
final class IntrospectedSession {

    private IntrospectedSession() {}

    /** Whether it goes on. If not, it has ended now, and the event of the introspection says why. */
    static boolean goesOn(
            KeycloakSession session, UserSessionModel userSession, ClientModel client, EventBuilder event) {
        Optional<String> ended = end(session, userSession, client);
        ended.ifPresent(reason -> {
            event.detail(Details.REASON, reason);
            event.error(Errors.SESSION_EXPIRED);
        });
        return ended.isEmpty();
    }

    /** The reason code of the session's end; nothing if it goes on. */
    static Optional<String> end(KeycloakSession session, UserSessionModel userSession, ClientModel client) {
        DecisionPoint point = DecisionPoint.of(session);
        if (point.policy() instanceof PolicyInForce.NotGoverned || userSession.getUser() == null) {
            return Optional.empty();
        }
        // Made for this one request in the likeness of a session that goes on elsewhere, it says nothing of when that
        // was used.
        boolean likeness = userSession.getPersistenceState() == SessionPersistenceState.TRANSIENT;
        LimitedSession limited = point.limited(userSession);
        return switch (likeness ? limited.standing() : limited.rested(client)) {
            case SessionStanding.GoesOn ignored -> Optional.empty();
            case SessionStanding.Revoked ignored -> {
                if (!likeness) {
                    limited.remove();
                }
                yield Optional.of(Reason.SESSION_REVOKED.code());
            }
            case SessionStanding.Over over -> {
                if (!likeness) {
                    limited.end(over);
                }
                yield Optional.of(over.reason().code());
            }
        };
    }
}
