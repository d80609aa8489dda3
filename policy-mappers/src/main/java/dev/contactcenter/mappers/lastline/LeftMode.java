package dev.contactcenter.mappers.lastline;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.request.Subject;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.session.ModeStanding;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.kit.session.SessionModes;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.JsonWebToken;

/** Whether the person has left the mode of a token: whatever it is shown for, it is worth nothing any more. */
public final class LeftMode {

    private LeftMode() {}

    /** The denial of whatever a token of that mode is shown for, or would be given for; nothing if its client is in it. */
    public static Optional<Decision> denial(
            DecisionPoint point,
            Subject who,
            UserSessionModel userSession,
            ClientModel client,
            RequestedAccess carried,
            JsonWebToken token) {
        if (carried.modes().isEmpty() || !point.policy().binds(who)) {
            return Optional.empty();
        }
        return switch (SessionModes.standing(point.keycloak(), userSession, client, carried.modes(), token)) {
            case ModeStanding.Current ignored -> Optional.empty();
            case ModeStanding.Left ignored ->
                Optional.of(
                        new Decision.Deny(Reason.MODE_NOT_CURRENT, Grounds.none(point.revision(), carried.modes())));
        };
    }
}
