package dev.contactcenter.authenticators.passkey;

import dev.contactcenter.authenticators.access.LoginInquiry;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Tells the passkey page for what, and how fresh, a passkey is asked for. */
final class StepUpExplanation {

    private StepUpExplanation() {}

    static void add(AuthenticationFlowContext context) {
        DecisionPoint point = DecisionPoint.of(context.getSession());
        Inquiry inquiry = LoginInquiry.of(context, point);
        Decision decision = point.weigh(inquiry.request());
        if (decision instanceof Decision.StepUp stepUp) {
            context.form()
                    .setAttribute(
                            "contactCenterStepUpActions",
                            inquiry.request().actions().stream().sorted().toList());
            if (stepUp.demand().maxAge() instanceof Bound.AtMost limit) {
                context.form()
                        .setAttribute(
                                "contactCenterStepUpMaxAgeMinutes",
                                Math.max(1, limit.duration().toMinutes()));
            }
        }
    }
}
