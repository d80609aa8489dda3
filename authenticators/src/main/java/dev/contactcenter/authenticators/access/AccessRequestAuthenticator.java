package dev.contactcenter.authenticators.access;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.PasskeyFacts;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Raises the level that the login must reach to what the policy demands for the actions asked for (RFC 9470 §4), and ends the
 * session of a cookie that is past a limit. It stands first, before the cookie, and once more after the first credential, when the
 * person is known. It never refuses: that is for {@link AccessDecisionAuthenticator}, which comes last.
 */
final class AccessRequestAuthenticator implements StepWithoutForm {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        DecisionPoint point = DecisionPoint.of(context.getSession());
        if (point.policy() instanceof PolicyInForce.NotGoverned) {
            context.success();
            return;
        }
        switch (LoginPerson.of(context)) {
            case LoginPerson.Known person -> look(context, point, person);
            case LoginPerson.Nobody ignored -> {
                // Who will sign in decides which rules apply; the second time this step stands, it is known.
                EndedSession.remember(context);
                context.success();
            }
        }
    }

    private static void look(AuthenticationFlowContext context, DecisionPoint point, LoginPerson.Known person) {
        Inquiry inquiry = LoginInquiry.of(context, point, person);
        Decision decision = inquiry.isEmpty() ? nothing(point) : point.weigh(inquiry.request());
        if (new ContinuedSession(context, point, person).endsBeforeUse(decision)) {
            return;
        }
        // Without a policy the last step denies what is asked for, and nobody is bothered for a passkey first.
        if (point.policy() instanceof PolicyInForce.Active active && decision instanceof Decision.StepUp stepUp) {
            AuthenticationSessionModel login = context.getAuthenticationSession();
            active.levels().level(stepUp.demand().acr()).ifPresent(level -> RequestedLevel.demand(login, level));
            tellOnce(login, point, inquiry, stepUp);
        }
        context.success();
    }

    private static Decision nothing(DecisionPoint point) {
        return new Decision.Permit(Obligations.NONE, Grounds.none(point.revision()));
    }

    /** One record per login, and none if a passkey was just used, since the steps that follow will take it. */
    private static void tellOnce(
            AuthenticationSessionModel login, DecisionPoint point, Inquiry inquiry, Decision.StepUp stepUp) {
        boolean proven = login.getUserSessionNotes().containsKey(PasskeyFacts.NOTE);
        if (!proven && !AskedStepUp.isNoted(login)) {
            new AskedStepUp(point.record(inquiry, stepUp).id(), point.now()).note(login);
        }
    }
}
