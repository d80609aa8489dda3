package dev.contactcenter.mappers.refresh;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.mappers.lastline.LeftMode;
import dev.contactcenter.mappers.lastline.SessionInquiry;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.RefreshToken;

/** Refuses to refresh what was given in a mode that the person has left. */
final class LeftModeCheck {

    private LeftModeCheck() {}

    /** The recorded denial; nothing if the client is in the mode. It goes by all that the token carries, whatever is asked for. */
    static Optional<Decision> of(
            DecisionPoint point, UserSessionModel userSession, ClientModel client, RefreshToken token) {
        RequestedAccess carried = RequestedAccess.ofNames(
                RequestedScope.of(token.getScope(), null).names(), point.policy());
        if (carried.modes().isEmpty()) {
            return Optional.empty();
        }
        Optional<Decision> denial =
                LeftMode.denial(point, point.subject(userSession.getUser()), userSession, client, carried, token);
        denial.ifPresent(decision -> point.record(
                SessionInquiry.of(point.keycloak(), point, Hook.REFRESH, userSession, client, carried), decision));
        return denial;
    }
}
