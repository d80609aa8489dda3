package dev.contactcenter.authenticators.access;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.details.ActionDetail;
import dev.contactcenter.kit.details.LoginDetails;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.kit.session.Actors;
import dev.contactcenter.kit.session.AskingClient;
import dev.contactcenter.kit.session.BrowserFacts;
import dev.contactcenter.kit.session.PasskeyFacts;
import dev.contactcenter.kit.session.RequestedAccess;
import java.util.List;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Gathers from a login in progress what there is to decide about. */
public final class LoginInquiry {

    private LoginInquiry() {}

    /** What a person whom the login already knows asks for. */
    public static Inquiry of(AuthenticationFlowContext context, DecisionPoint point) {
        return of(context, point, LoginPerson.known(context));
    }

    static Inquiry of(AuthenticationFlowContext context, DecisionPoint point, LoginPerson.Known person) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        List<ActionDetail> details = LoginDetails.asked(login, point.policy()).details();
        RequestedAccess requested = requested(context, point.policy(), person.user(), details);
        String client = login.getClient().getClientId();
        DecisionPoint.Known known =
                point.facts(AskingClient.of(login.getClient()), person.facts(context.getAuthenticationSession()));
        AccessRequest asked = new AccessRequest(
                point.subject(person.user()),
                requested.modes(),
                requested.actions(),
                point.assurance(person.proven()),
                known.facts());
        return new Inquiry(
                Hook.AUTHORIZATION,
                ImpliedMode.settle(context.getAuthenticationSession(), point.policy(), person, asked),
                Actors.of(context.getSession(), person.user(), person.session(), client),
                PasskeyFacts.told(person.passkeyNote()),
                BrowserFacts.told(person.browserNote(context.getAuthenticationSession())),
                known.traces(),
                LoginDetails.about(details, login));
    }

    /** The modes and actions asked for, default client scopes included. */
    private static RequestedAccess requested(
            AuthenticationFlowContext context, PolicyInForce policy, UserModel user, List<ActionDetail> details) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return RequestedAccess.of(
                        TokenManager.getRequestedClientScopes(
                                context.getSession(),
                                login.getClientNote(OAuth2Constants.SCOPE),
                                login.getClient(),
                                user),
                        policy)
                .and(ActionDetail.actionsOf(details));
    }
}
