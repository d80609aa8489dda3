package dev.contactcenter.authenticators.justification;

import dev.contactcenter.authenticators.access.LoginInquiry;
import dev.contactcenter.authenticators.access.ShownDetails;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.details.DetailCheck;
import dev.contactcenter.kit.details.LoginDetails;
import dev.contactcenter.language.Approval;
import dev.contactcenter.language.Justification;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Asks the person why, where the policy wants that for what is asked for in detail, and has them wait for somebody else's approval where
 * it wants that. Who is refused anyway is not asked; whether an answer is there is checked by the decision that follows.
 */
final class JustificationAuthenticator implements Authenticator {

    private static final String TEMPLATE = "contact-center-justification.ftl";
    private static final String FIELD = "justification";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        DecisionPoint point = DecisionPoint.of(context.getSession());
        DetailCheck.Accepted asked = LoginDetails.asked(context.getAuthenticationSession(), point.policy());
        if (asksNothing(asked) || !isPermitted(context, point)) {
            context.success();
            return;
        }
        switch (asked.justification()) {
            case Justification.Asked bounds
            when LoginDetails.justification(context.getAuthenticationSession()).isEmpty() ->
                context.challenge(page(context, asked, bounds, Optional.empty()));
            case Justification.Asked ignored -> ApprovalWait.goOn(context, asked);
            case Justification.NotAsked ignored -> ApprovalWait.goOn(context, asked);
        }
    }

    private static boolean asksNothing(DetailCheck.Accepted asked) {
        return asked.justification() instanceof Justification.NotAsked && asked.approval() instanceof Approval.NotAsked;
    }

    private static boolean isPermitted(AuthenticationFlowContext context, DecisionPoint point) {
        return point.weigh(LoginInquiry.of(context, point).request()) instanceof Decision.Permit;
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (form.containsKey("cancel")) {
            context.cancelLogin();
            return;
        }
        DetailCheck.Accepted asked = LoginDetails.asked(
                context.getAuthenticationSession(),
                DecisionPoint.of(context.getSession()).policy());
        if (!LoginDetails.justification(context.getAuthenticationSession()).isEmpty()) {
            ApprovalWait.goOn(context, asked);
            return;
        }
        switch (asked.justification()) {
            case Justification.NotAsked ignored -> ApprovalWait.goOn(context, asked);
            case Justification.Asked bounds -> take(context, asked, bounds, TypedText.of(form.getFirst(FIELD), bounds));
        }
    }

    private static void take(
            AuthenticationFlowContext context,
            DetailCheck.Accepted asked,
            Justification.Asked bounds,
            TypedText typed) {
        switch (typed) {
            case TypedText.Accepted(String text) -> {
                LoginDetails.justified(context.getAuthenticationSession(), text);
                ApprovalWait.goOn(context, asked);
            }
            // No wrong password: nobody is locked out for saying too little (ADR 0005).
            case TypedText.Rejected rejected ->
                context.forceChallenge(page(context, asked, bounds, Optional.of(rejected)));
        }
    }

    private static Response page(
            AuthenticationFlowContext context,
            DetailCheck.Accepted asked,
            Justification.Asked bounds,
            Optional<TypedText.Rejected> rejected) {
        LoginFormsProvider form = context.form()
                .setAttribute("contactCenterDetails", ShownDetails.of(asked.details()))
                .setAttribute("contactCenterApproves", ApprovalWait.shownTo(context, asked))
                .setAttribute("contactCenterLeast", bounds.least())
                .setAttribute("contactCenterMost", bounds.most());
        rejected.ifPresent(
                one -> form.setAttribute("contactCenterFlaw", one.flaw().name().toLowerCase(Locale.ROOT))
                        .setAttribute("contactCenterTyped", one.text()));
        return form.createForm(TEMPLATE);
    }

    @Override
    public boolean requiresUser() {
        return true;
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
