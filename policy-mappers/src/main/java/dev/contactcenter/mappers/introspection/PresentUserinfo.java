package dev.contactcenter.mappers.introspection;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.mappers.details.DetailsGate;
import dev.contactcenter.mappers.details.SingleUse;
import dev.contactcenter.mappers.remainder.Withheld;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManager;
import org.keycloak.services.clientpolicy.context.UserInfoRequestContext;

/**
 * Keycloak's client policies, before which the userinfo endpoint hears what a token is worth now: one of which nothing is left, or whose
 * session is past a limit, is invalid there (OpenID Connect Core 1.0 §5.3.3, RFC 6750 §3.1). Keycloak asks its client policies at that point in any case; a
 * policy of the realm would have to be configured, and could be forgotten (ADR 0024). {@link DetailsGate} stands here for the same reason.
 */
final class PresentUserinfo extends DefaultClientPolicyManager {

    private final KeycloakSession session;

    PresentUserinfo(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public void triggerOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        DetailsGate.check(session, context);
        if (context instanceof UserInfoRequestContext request && request.getClientSession() != null) {
            check(request.getClientSession(), request.getTokenForUserInfo().getToken());
        }
        super.triggerOnEvent(context);
    }

    private void check(AuthenticatedClientSessionModel clientSession, String shown) throws ClientPolicyException {
        DecisionPoint.of(session).askedByAnother();
        @Nullable AccessToken token = session.tokens().decode(shown, AccessToken.class);
        UserSessionModel userSession = clientSession.getUserSession();
        if (token == null) {
            throw new ClientPolicyException(
                    OAuthErrorException.INVALID_TOKEN, "unreadable_token", Response.Status.UNAUTHORIZED);
        }
        if (SingleUse.isOf(token)) {
            throw new ClientPolicyException(
                    OAuthErrorException.INVALID_TOKEN, Reason.SINGLE_USE_TOKEN.code(), Response.Status.UNAUTHORIZED);
        }
        Optional<String> ended = IntrospectedSession.end(session, userSession, clientSession.getClient());
        if (ended.isPresent()) {
            throw new ClientPolicyException(
                    OAuthErrorException.INVALID_TOKEN, ended.get(), Response.Status.UNAUTHORIZED);
        }
        Optional<PresentToken> worthless = PresentToken.of(
                        session, Hook.USERINFO, token, userSession, clientSession.getClient())
                .map(present -> present.remembered(userSession))
                .filter(present -> present.refusal().isPresent());
        if (worthless.isPresent()) {
            refuse(worthless.get(), token, userSession);
        }
    }

    private void refuse(PresentToken worthless, AccessToken token, UserSessionModel userSession)
            throws ClientPolicyException {
        Decision decision = worthless.refusal().orElseThrow();
        new ToldOnce(session, token, Keep.WHATEVER_HAPPENS).record(worthless);
        worthless.remainder().end(session, userSession);
        throw new ClientPolicyException(
                OAuthErrorException.INVALID_TOKEN, Withheld.reason(decision), Response.Status.UNAUTHORIZED);
    }
}
