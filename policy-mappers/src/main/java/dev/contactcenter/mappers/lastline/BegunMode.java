package dev.contactcenter.mappers.lastline;

import dev.contactcenter.engine.request.Subject;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.session.CurrentMode;
import dev.contactcenter.kit.session.RequestedAccess;
import java.util.Optional;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/**
 * Lets a client be in the mode of the token that it is given, where no login flow did: after a password, device or backchannel grant. Who
 * refreshes or exchanges begins nothing.
 */
final class BegunMode {

    private BegunMode() {}

    static void remember(TokenPostProcessorContext context, DecisionPoint point, Subject who, RequestedAccess granted) {
        AuthenticatedClientSessionModel client = context.clientSessionCtx().getClientSession();
        boolean begins = context.requestRefreshToken() == null
                && ExchangedToken.of(point.keycloak()).isEmpty()
                && CurrentMode.of(client).isEmpty();
        if (begins && point.policy().binds(who)) {
            granted.modes()
                    .forEach(mode -> CurrentMode.next(Optional.empty(), mode, point.now())
                            .put(client));
        }
    }
}
