package dev.contactcenter.authenticators.justification;

import dev.contactcenter.authenticators.access.ShownDetails;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.details.ActionDetail;
import dev.contactcenter.kit.details.Approvals;
import dev.contactcenter.kit.details.DetailCheck;
import dev.contactcenter.kit.details.LoginDetails;
import dev.contactcenter.language.Approval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Has a person wait, where the policy wants that somebody else approves what is asked for in detail. */
final class ApprovalWait {

    private static final String TEMPLATE = "contact-center-approval.ftl";

    /** Where the login keeps the code that it waits under: the browser is shown it, and is not asked for it. */
    private static final String CODE = "contact-center.details.approval";

    private ApprovalWait() {}

    /** Goes on if nobody else has to approve, or somebody did. */
    static void goOn(AuthenticationFlowContext context, DetailCheck.Accepted asked) {
        switch (asked.approval()) {
            case Approval.NotAsked ignored -> context.success();
            case Approval.Asked terms -> {
                if (LoginDetails.approver(context.getAuthenticationSession()).isEmpty()) {
                    await(context, asked, terms);
                } else {
                    context.success();
                }
            }
        }
    }

    private static void await(AuthenticationFlowContext context, DetailCheck.Accepted asked, Approval.Asked terms) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Approvals approvals = Approvals.of(context.getSession());
        @Nullable String code = login.getAuthNote(CODE);
        if (code == null) {
            show(context, asked, begin(context, asked, terms), "");
            return;
        }
        boolean waits = approvals.find(code).isPresent();
        // After the look at what waits: what is approved in between is found.
        Optional<String> approver = approvals.take(code);
        if (approver.isPresent()) {
            LoginDetails.approved(login, approver.get());
            context.success();
        } else if (waits) {
            show(context, asked, code, "waiting");
        } else {
            show(context, asked, begin(context, asked, terms), "over");
        }
    }

    private static String begin(AuthenticationFlowContext context, DetailCheck.Accepted asked, Approval.Asked terms) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String code = Approvals.of(context.getSession())
                .open(new Approvals.Wanted(
                        new Approvals.Party(
                                context.getUser().getId(),
                                context.getUser().getUsername(),
                                login.getParentSession().getId()),
                        terms.by(),
                        ActionDetail.actionsOf(asked.details()),
                        asked.details().getFirst().interaction(),
                        LoginDetails.justification(login),
                        DecisionPoint.of(context.getSession()).now().plus(terms.within())));
        login.setAuthNote(CODE, code);
        return code;
    }

    /** Not a failed attempt: nobody is locked out for waiting (ADR 5). */
    private static void show(AuthenticationFlowContext context, DetailCheck.Accepted asked, String code, String news) {
        context.forceChallenge(context.form()
                .setAttribute("contactCenterDetails", ShownDetails.of(asked.details()))
                .setAttribute("contactCenterCode", code)
                .setAttribute("contactCenterNews", news)
                .createForm(TEMPLATE));
    }

    /** For the page of somebody who approves: who waits, what for, and why. Empty for everybody else. */
    static List<Map<String, Object>> shownTo(AuthenticationFlowContext context, DetailCheck.Accepted asked) {
        Approvals approvals = Approvals.of(context.getSession());
        Set<String> approving =
                Approvals.actions(DecisionPoint.of(context.getSession()).policy());
        return asked.details().stream()
                .filter(detail -> detail.actions().stream().anyMatch(approving::contains))
                .map(ActionDetail::identifier)
                .flatMap(code -> approvals.find(code).stream())
                .map(wanted -> Map.<String, Object>of(
                        "who", wanted.party().name(),
                        "actions", wanted.actions().stream().sorted().toList(),
                        "why", wanted.why()))
                .toList();
    }
}
