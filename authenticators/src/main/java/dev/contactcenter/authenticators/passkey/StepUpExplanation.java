package dev.contactcenter.authenticators.passkey;

import dev.contactcenter.authenticators.access.LoginInquiry;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.session.RequestedAccess;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Tells the passkey page for what, and how fresh, a passkey is asked for. */
final class StepUpExplanation {

    private StepUpExplanation() {}

    static void add(AuthenticationFlowContext context) {
        DecisionPoint point = DecisionPoint.of(context.getSession());
        RequestedAccess requested = LoginInquiry.requested(context, point.policy());
        Decision decision =
                point.weigh(LoginInquiry.of(context, point, requested).request());
        if (decision instanceof Decision.StepUp stepUp) {
            context.form()
                    .setAttribute(
                            "contactCenterStepUpActions",
                            requested.actions().stream().sorted().toList());
            if (stepUp.demand().maxAge() instanceof Bound.AtMost limit) {
                context.form()
                        .setAttribute(
                                "contactCenterStepUpMaxAgeMinutes",
                                Math.max(1, limit.duration().toMinutes()));
            }
        }
    }
}
