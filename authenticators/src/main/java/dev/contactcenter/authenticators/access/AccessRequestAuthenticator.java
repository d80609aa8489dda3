package dev.contactcenter.authenticators.access;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.policy.AcrLevels;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.PasskeyFacts;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Raises the level that the login must reach to what the policy demands for the actions asked for (RFC 9470 §4). It stands
 * first, before the cookie, and once more after the first credential, when the person is known. It never refuses: that is
 * for {@link AccessDecisionAuthenticator}, which comes last.
 */
final class AccessRequestAuthenticator implements StepWithoutForm {

    private static final String TOLD = "contact-center.step-up-told";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        DecisionPoint point = DecisionPoint.of(context.getSession());
        // Without a policy the last step denies what is asked for, and nobody is bothered for a passkey first.
        if (point.policy() instanceof PolicyInForce.Active active) {
            switch (LoginPerson.of(context)) {
                case LoginPerson.Known person -> raise(context, point, active.levels(), person);
                case LoginPerson.Nobody ignored -> {
                    // Who will sign in decides which rules apply; the second time this step stands, it is known.
                }
            }
        }
        context.success();
    }

    private static void raise(
            AuthenticationFlowContext context, DecisionPoint point, AcrLevels levels, LoginPerson.Known person) {
        Inquiry inquiry = LoginInquiry.of(context, point, person);
        if (!inquiry.isEmpty() && point.weigh(inquiry.request()) instanceof Decision.StepUp stepUp) {
            AuthenticationSessionModel login = context.getAuthenticationSession();
            levels.level(stepUp.demand().acr()).ifPresent(level -> RequestedLevel.demand(login, level));
            tellOnce(login, point, inquiry, stepUp);
        }
    }

    /** One record per login, and none if a passkey was just used, since the steps that follow will take it. */
    private static void tellOnce(
            AuthenticationSessionModel login, DecisionPoint point, Inquiry inquiry, Decision.StepUp stepUp) {
        boolean proven = login.getUserSessionNotes().containsKey(PasskeyFacts.NOTE);
        if (!proven && login.getAuthNote(TOLD) == null) {
            login.setAuthNote(TOLD, point.record(inquiry, stepUp).id());
        }
    }
}
