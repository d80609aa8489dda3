package dev.contactcenter.authenticators.access;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Subject;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.policy.AcrLevels;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.kit.session.Actors;
import dev.contactcenter.kit.session.PasskeyFacts;
import dev.contactcenter.kit.session.ProvenLevels;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.kit.session.Subjects;
import java.util.Map;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Gathers from a login in progress what there is to decide about. */
public final class LoginInquiry {

    private LoginInquiry() {}

    /** The modes and actions that the authorization request asks for, default client scopes included. */
    public static RequestedAccess requested(AuthenticationFlowContext context, PolicyInForce policy) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return RequestedAccess.of(
                TokenManager.getRequestedClientScopes(
                        context.getSession(),
                        login.getClientNote(OAuth2Constants.SCOPE),
                        login.getClient(),
                        context.getUser()),
                policy);
    }

    /** The inquiry of this login for what it asks for. */
    public static Inquiry of(AuthenticationFlowContext context, DecisionPoint point, RequestedAccess requested) {
        return switch (LoginPerson.of(context)) {
            case LoginPerson.Known known ->
                new Inquiry(
                        Hook.AUTHORIZATION,
                        new AccessRequest(
                                Subjects.of(context.getRealm(), known.user()),
                                requested.modes(),
                                requested.actions(),
                                assurance(point, known.proven())),
                        Actors.of(context.getSession(), known.user(), known.session(), clientId(context)),
                        PasskeyFacts.told(known.passkeyNote()));
            case LoginPerson.Nobody ignored ->
                new Inquiry(
                        Hook.AUTHORIZATION,
                        new AccessRequest(
                                new Subject.Unidentified(), requested.modes(), requested.actions(), Assurance.NONE),
                        Actors.of(context.getSession(), null, null, clientId(context)),
                        Map.of());
        };
    }

    private static Assurance assurance(DecisionPoint point, ProvenLevels proven) {
        AcrLevels levels = switch (point.policy()) {
            case PolicyInForce.Active active -> active.levels();
            case PolicyInForce.Unusable ignored -> new AcrLevels(Map.of());
            case PolicyInForce.NotGoverned ignored -> new AcrLevels(Map.of());
        };
        return proven.assurance(levels, point.now());
    }

    private static String clientId(AuthenticationFlowContext context) {
        return context.getAuthenticationSession().getClient().getClientId();
    }
}
