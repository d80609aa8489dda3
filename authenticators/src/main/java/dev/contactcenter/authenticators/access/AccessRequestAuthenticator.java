package dev.contactcenter.authenticators.access;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.request.Subject;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.policy.AcrLevels;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.PasskeyFacts;
import dev.contactcenter.kit.session.RequestedAccess;
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
        switch (point.policy()) {
            case PolicyInForce.Active active -> {
                EnrolmentLevel.raise(context);
                raise(context, point, active.levels());
            }
            // The last step denies what is asked for; without a policy nobody is bothered for a passkey first.
            case PolicyInForce.Unusable ignored -> {
                EnrolmentLevel.raise(context);
                context.success();
            }
            case PolicyInForce.NotGoverned ignored -> context.success();
        }
    }

    private static void raise(AuthenticationFlowContext context, DecisionPoint point, AcrLevels levels) {
        RequestedAccess requested = LoginInquiry.requested(context, point.policy());
        if (!requested.isNothing()) {
            Inquiry inquiry = LoginInquiry.of(context, point, requested);
            if (point.weigh(inquiry.request()) instanceof Decision.StepUp stepUp) {
                AuthenticationSessionModel login = context.getAuthenticationSession();
                levels.level(stepUp.demand().acr()).ifPresent(level -> RequestedLevel.raise(login, level));
                tellOnce(login, point, inquiry, stepUp);
            }
        }
        context.success();
    }

    /**
     * One record per login; none for a stranger, since a login page that is merely opened leaves no trace; and none if a
     * passkey was just used, since the steps that follow will take it.
     */
    private static void tellOnce(
            AuthenticationSessionModel login, DecisionPoint point, Inquiry inquiry, Decision.StepUp stepUp) {
        boolean known = !(inquiry.request().subject() instanceof Subject.Unidentified);
        boolean proven = login.getUserSessionNotes().containsKey(PasskeyFacts.NOTE);
        if (known && !proven && login.getAuthNote(TOLD) == null) {
            login.setAuthNote(TOLD, point.record(inquiry, stepUp).id());
        }
    }
}
