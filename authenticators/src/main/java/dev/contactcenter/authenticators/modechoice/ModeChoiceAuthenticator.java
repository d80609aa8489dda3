package dev.contactcenter.authenticators.modechoice;

import dev.contactcenter.authenticators.access.LoginInquiry;
import dev.contactcenter.authenticators.access.LoginScope;
import dev.contactcenter.authenticators.access.PossibleModes;
import dev.contactcenter.authenticators.refusal.RefusalPage;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Lets the person choose the mode of a sign-in that asks for actions and names no mode. The choice becomes part of what the login asks
 * for, where the browser cannot write, and is decided about like one that the application named.
 */
final class ModeChoiceAuthenticator implements Authenticator {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (context.getUser() == null) {
            context.success();
            return;
        }
        DecisionPoint point = DecisionPoint.of(context.getSession());
        Inquiry inquiry = LoginInquiry.of(context, point);
        Set<String> possible = possible(context, point, inquiry);
        if (inquiry.request().actions().isEmpty() || !inquiry.request().modes().isEmpty() || possible.isEmpty()) {
            // Nothing is to be chosen: whether it is granted is for the last step to say.
            context.success();
        } else {
            context.challenge(ModePage.of(context, point, inquiry, possible));
        }
    }

    /** The page was made from what was possible then; what counts is what is possible now. */
    @Override
    public void action(AuthenticationFlowContext context) {
        String chosen = context.getHttpRequest().getDecodedFormParameters().getFirst(ModePage.FIELD);
        if (chosen == null) {
            context.cancelLogin();
            return;
        }
        DecisionPoint point = DecisionPoint.of(context.getSession());
        Inquiry inquiry = LoginInquiry.of(context, point);
        if (possible(context, point, inquiry).contains(chosen)) {
            LoginScope.addMode(context.getAuthenticationSession(), chosen);
            context.success();
        } else {
            // What the browser sent is no word of the policy's, and goes into no record.
            var denial = new Decision.Deny(Reason.MODE_NOT_OFFERED, Grounds.none(point.revision()));
            RefusalPage.show(context, inquiry, point.record(inquiry, denial));
        }
    }

    private static Set<String> possible(AuthenticationFlowContext context, DecisionPoint point, Inquiry inquiry) {
        return PossibleModes.of(
                point.policy(), context.getAuthenticationSession().getClient(), inquiry.request());
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
