package dev.contactcenter.authenticators.access;

import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.details.ActionDetail;
import dev.contactcenter.kit.details.Approvals;
import dev.contactcenter.kit.details.DetailCheck;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Gives the approvals that a permitted login is about: somebody who may approve asked for that in detail, with the code of who waits. */
sealed interface ApprovalGiven {

    /**
     * All of them are given, or there were none.
     *
     * @param about what the record tells of them
     */
    record Done(Map<String, String> about) implements ApprovalGiven {
        public Done {
            about = Map.copyOf(about);
        }
    }

    /** One cannot be given. */
    record Refused(Reason reason) implements ApprovalGiven {}

    static ApprovalGiven of(AuthenticationFlowContext context, DecisionPoint point, DetailCheck.Accepted asked) {
        Set<String> approving = Approvals.actions(point.policy());
        Map<String, String> about = new LinkedHashMap<>();
        if (asked.details().stream()
                        .filter(detail -> approves(detail, approving))
                        .count()
                > 1) {
            // One is given at once and would stay so, whatever becomes of the other.
            return new Refused(Reason.APPROVAL_NOT_OPEN);
        }
        for (ActionDetail detail : asked.details()) {
            if (approves(detail, approving)) {
                Optional<Reason> refused = give(context, detail, about);
                if (refused.isPresent()) {
                    return new Refused(refused.get());
                }
            }
        }
        return new Done(about);
    }

    private static boolean approves(ActionDetail detail, Set<String> approving) {
        return detail.actions().stream().anyMatch(approving::contains);
    }

    private static Optional<Reason> give(
            AuthenticationFlowContext context, ActionDetail detail, Map<String, String> about) {
        Approvals.Party approver = new Approvals.Party(
                context.getUser().getId(),
                context.getUser().getUsername(),
                context.getAuthenticationSession().getParentSession().getId());
        return switch (Approvals.of(context.getSession())
                .approve(detail.identifier(), detail.interaction(), detail.actions(), approver)) {
            case Approvals.Outcome.Given(Approvals.Wanted wanted) -> {
                about.put("approved_for", wanted.party().name());
                yield Optional.empty();
            }
            case Approvals.Outcome.OfOwnRequest ignored -> Optional.of(Reason.APPROVAL_OF_OWN_REQUEST);
            case Approvals.Outcome.NotOpen ignored -> Optional.of(Reason.APPROVAL_NOT_OPEN);
        };
    }
}
