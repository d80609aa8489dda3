package dev.contactcenter.mappers.refresh;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.kit.session.LimitedSession;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.kit.session.SessionStanding;
import dev.contactcenter.mappers.lastline.SessionInquiry;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** Ends a session that is past a limit before a refresh counts as use of it. */
final class SessionLimitCheck {

    private SessionLimitCheck() {}

    /** The recorded denial of the refresh of a session that has now ended; nothing if it goes on. */
    static Optional<Decision> of(
            KeycloakSession session,
            DecisionPoint point,
            UserSessionModel userSession,
            ClientModel client,
            RequestedScope scope) {
        LimitedSession limited = point.limited(userSession);
        return switch (limited.rested(client)) {
            case SessionStanding.GoesOn ignored -> Optional.empty();
            case SessionStanding.Revoked ignored -> {
                RequestedAccess requested = RequestedAccess.ofNames(scope.names(), point.policy());
                Decision denial = deny(session, point, userSession, client, requested, Reason.SESSION_REVOKED);
                limited.remove();
                yield Optional.of(denial);
            }
            case SessionStanding.Over over -> {
                RequestedAccess requested = RequestedAccess.ofNames(scope.names(), point.policy());
                Decision denial = deny(session, point, userSession, client, requested, over.reason());
                limited.end(over);
                yield Optional.of(denial);
            }
        };
    }

    private static Decision deny(
            KeycloakSession session,
            DecisionPoint point,
            UserSessionModel userSession,
            ClientModel client,
            RequestedAccess requested,
            Reason reason) {
        var denial = new Decision.Deny(reason, Grounds.none(point.revision(), requested.modes()));
        point.record(SessionInquiry.of(session, point, Hook.REFRESH, userSession, client, requested), denial);
        return denial;
    }
}
