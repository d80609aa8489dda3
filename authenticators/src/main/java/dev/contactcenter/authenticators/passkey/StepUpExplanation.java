package dev.contactcenter.authenticators.passkey;

import dev.contactcenter.authenticators.access.LoginInquiry;
import dev.contactcenter.authenticators.access.ShownDetails;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.details.LoginDetails;
import java.util.List;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Tells the passkey page for what, and how fresh, a passkey is asked for. */
final class StepUpExplanation {

    private StepUpExplanation() {}

    static void add(AuthenticationFlowContext context) {
        DecisionPoint point = DecisionPoint.of(context.getSession());
        Inquiry inquiry = LoginInquiry.of(context, point);
        Decision decision = point.weigh(inquiry.request());
        if (decision instanceof Decision.StepUp stepUp) {
            context.form().setAttribute("contactCenterStepUpActions", demanding(point, inquiry));
            context.form()
                    .setAttribute(
                            "contactCenterDetails",
                            ShownDetails.of(LoginDetails.asked(context.getAuthenticationSession(), point.policy())
                                    .details()));
            if (stepUp.demand().maxAge() instanceof Bound.AtMost limit) {
                context.form()
                        .setAttribute(
                                "contactCenterStepUpMaxAgeMinutes",
                                Math.max(1, limit.duration().toMinutes()));
            }
        }
    }

    /** Who asks for several actions at once is told only of those that the passkey is for. */
    private static List<String> demanding(DecisionPoint point, Inquiry inquiry) {
        return inquiry.request().actions().stream()
                .filter(action -> point.weigh(inquiry.about(Set.of(action)).request()) instanceof Decision.StepUp)
                .sorted()
                .toList();
    }
}
