package dev.contactcenter.mappers.refresh;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.GrantEvent;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.decision.Ruling;
import dev.contactcenter.kit.details.BoundDetails;
import dev.contactcenter.kit.details.LoginDetails;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.kit.session.WithheldNote;
import dev.contactcenter.mappers.details.RefreshDetails;
import dev.contactcenter.mappers.lastline.SessionInquiry;
import dev.contactcenter.mappers.lastline.TokenRefusal;
import dev.contactcenter.mappers.remainder.Remainder;
import dev.contactcenter.mappers.remainder.Withheld;
import dev.contactcenter.mappers.told.ToldClaims;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionProvider;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.InitialRefreshTokenContext;
import org.keycloak.protocol.oidc.refresh.RefreshTokenContext;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.TokenUtil;

/**
 * Keycloak's refresh, decided anew for each action. An action whose permit has ended leaves the access token; the refresh
 * token keeps it, so that it returns when the condition holds again. If no action is left, the refresh is refused.
 */
final class ReevaluatedRefresh extends DefaultRefreshTokenProvider {

    ReevaluatedRefresh(KeycloakSession session) {
        super(session);
    }

    /** The first refresh token is Keycloak's own business; the event of its grant is told the decision all the same. */
    @Override
    public boolean supports(InitialRefreshTokenContext context) {
        GrantEvent.keep(session, context.event());
        return false;
    }

    @Override
    public boolean supports(RefreshTokenContext context) {
        return super.supports(context) && !(DecisionPoint.of(session).policy() instanceof PolicyInForce.NotGoverned);
    }

    @Override
    public TokenManager.AccessTokenResponseBuilder refreshAccessToken(RefreshTokenContext context)
            throws OAuthErrorException {
        RealmModel realm = context.grantContext().getRealm();
        @Nullable UserSessionModel userSession = userSession(realm, context.oldRefreshToken());
        // Keycloak tells in its own words why a session that is gone cannot be refreshed.
        return super.refreshAccessToken(
                userSession == null || userSession.getUser() == null ? context : narrowed(context, userSession));
    }

    private RefreshTokenContext narrowed(RefreshTokenContext context, UserSessionModel userSession)
            throws OAuthErrorException {
        DecisionPoint point = DecisionPoint.of(session);
        ClientModel client = context.grantContext().getClient();
        RequestedScope scope = RequestedScope.of(context.oldRefreshToken().getScope(), context.scopeParameter());
        EventBuilder event = context.grantContext().getEvent();
        GrantEvent.keep(session, event);
        refuseIfPresent(SessionLimitCheck.of(session, point, userSession, client, scope), event, userSession);
        refuseIfPresent(LeftModeCheck.of(point, userSession, client, context.oldRefreshToken()), event, userSession);
        BoundDetails details =
                RefreshDetails.of(context.oldRefreshToken(), parameter(context, OAuth2Constants.AUTHORIZATION_DETAILS));
        details.keep(session);
        RequestedAccess requested = requested(point, scope, client, userSession).and(details.actions());
        if (requested.isNothing()) {
            return context;
        }
        Inquiry inquiry = SessionInquiry.of(session, point, Hook.REFRESH, userSession, client, requested)
                .telling(LoginDetails.about(details.details(), ""));
        Remainder remainder = Remainder.of(point, inquiry);
        List<Ruling> recorded = remainder.record(point);
        remainder.remember(point, userSession, inquiry);
        WithheldNote.put(
                userSession, client, requested.actions(), remainder.withheld().keySet());
        RequestedScope left = scope.without(remainder.withheld().keySet());
        refuseIfNothingIsLeft(
                remainder, event, userSession, () -> tellThatNothingIsLeft(client, userSession, left, recorded));
        RefreshDetails.without(details, remainder.withheld().keySet()).keep(session);
        return remainder.withheld().isEmpty() ? context : narrowed(context, scope, remainder);
    }

    private RequestedAccess requested(
            DecisionPoint point, RequestedScope scope, ClientModel client, UserSessionModel userSession) {
        Set<String> byDefault = client.getClientScopes(true).keySet();
        if (scope.isOf(byDefault, client.getClientScopes(false).keySet())) {
            return RequestedAccess.ofNames(
                    Stream.concat(byDefault.stream(), scope.names().stream()).toList(), point.policy());
        }
        // Names of which only Keycloak knows what they stand for, such as those of organizations.
        return RequestedAccess.of(
                TokenManager.getRequestedClientScopes(session, scope.text(), client, userSession.getUser()),
                point.policy());
    }

    private static @Nullable String parameter(RefreshTokenContext context, String name) {
        return context.grantContext().getFormParams().getFirst(name);
    }

    private void refuseIfNothingIsLeft(
            Remainder remainder, EventBuilder event, UserSessionModel userSession, Runnable tell)
            throws OAuthErrorException {
        if (remainder.end(session, userSession)) {
            throw ended(remainder, event, userSession);
        }
        if (remainder.refusal().isPresent()) {
            tell.run();
        }
        refuseIfPresent(remainder.refusal(), event, userSession);
    }

    /** Of what is left, each token tells itself. */
    private void tellThatNothingIsLeft(
            ClientModel client, UserSessionModel userSession, RequestedScope left, List<Ruling> recorded) {
        Optional.ofNullable(userSession.getAuthenticatedClientSessionByClient(client.getId()))
                .ifPresent(of -> new ToldClaims(session, of)
                        .atRefresh(
                                left.inTokens(client).text(),
                                recorded.stream().map(Ruling::id).findFirst()));
    }

    private RefreshTokenContext narrowed(RefreshTokenContext context, RequestedScope scope, Remainder remainder) {
        remainder.told().keep(session);
        context.grantContext()
                .getEvent()
                .detail("contact_center_withheld", remainder.withheld().keySet());
        return new RefreshTokenContext(
                context.oldRefreshToken(),
                context.grantContext(),
                context.grant(),
                context.tokenManager(),
                scope.without(remainder.withheld().keySet()).parameter(),
                context.resourceParameter());
    }

    private static OAuthErrorException ended(Remainder remainder, EventBuilder event, UserSessionModel userSession) {
        Decision decision = remainder.refusal().orElseThrow();
        identify(event, userSession, decision);
        TokenRefusal refusal = TokenRefusal.ofEndedSession(Withheld.reason(decision));
        return new OAuthErrorException(refusal.error(), refusal.description());
    }

    /** Without this, Keycloak's error event would name neither the user nor the session. */
    private static void identify(EventBuilder event, UserSessionModel userSession, Decision decision) {
        event.user(userSession.getUser())
                .session(userSession)
                .detail("contact_center_policy", decision.grounds().told().revision());
    }

    private void refuseIfPresent(Optional<Decision> refused, EventBuilder event, UserSessionModel userSession)
            throws OAuthErrorException {
        if (refused.isPresent()) {
            identify(event, userSession, refused.get());
            TokenRefusal refusal = TokenRefusal.of(refused.get());
            TokenRefusal.challenge(session, refused.get());
            throw new OAuthErrorException(refusal.error(), refusal.description());
        }
    }

    private @Nullable UserSessionModel userSession(RealmModel realm, RefreshToken token) {
        UserSessionProvider sessions = session.sessions();
        return TokenUtil.TOKEN_TYPE_OFFLINE.equals(token.getType())
                ? sessions.getOfflineUserSession(realm, token.getSessionId())
                : sessions.getUserSession(realm, token.getSessionId());
    }
}
