package dev.contactcenter.mappers.refresh;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
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
        LimitedSession limited = LimitedSession.of(userSession, point.policy(), point.now());
        return switch (limited.rested(client)) {
            case SessionStanding.GoesOn ignored -> Optional.empty();
            case SessionStanding.Over over -> {
                RequestedAccess requested = RequestedAccess.ofNames(scope.names(), point.policy());
                var denial = new Decision.Deny(over.reason(), Grounds.none(point.revision(), requested.modes()));
                point.record(SessionInquiry.of(session, point, Hook.REFRESH, userSession, client, requested), denial);
                limited.end(session, over);
                yield Optional.of(denial);
            }
        };
    }
}
