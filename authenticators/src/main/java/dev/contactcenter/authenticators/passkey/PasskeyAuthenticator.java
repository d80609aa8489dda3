package dev.contactcenter.authenticators.passkey;

import dev.contactcenter.authenticators.access.LoginInquiry;
import dev.contactcenter.authenticators.refusal.RefusalPage;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.session.PasskeyFacts;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.WebAuthnPasswordlessAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;

/** Asks for a passkey, and keeps what its signed data tells. Keycloak's own step does the WebAuthn ceremony. */
final class PasskeyAuthenticator extends WebAuthnPasswordlessAuthenticator {

    private final PasskeyKind kind;

    PasskeyAuthenticator(KeycloakSession session, PasskeyKind kind) {
        super(session);
        this.kind = kind;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (usedInThisLogin(context)
                .filter(facts -> kind.objection(facts).isEmpty())
                .isPresent()) {
            context.success();
        } else if (super.configuredFor(session, context.getRealm(), context.getUser())) {
            StepUpExplanation.add(context);
            super.authenticate(context);
        } else {
            refuse(context, Reason.PASSKEY_NOT_ENROLLED);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        StepUpExplanation.add(context);
        super.action(context);
        if (context.getStatus() == FlowStatus.SUCCESS) {
            judge(context);
        }
    }

    /**
     * Always, so that Keycloak never takes a registration for a proof: it would let somebody who knows only the password
     * enrol a passkey of their own and pass this step with it.
     */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    private void judge(AuthenticationFlowContext context) {
        switch (UsedPasskey.capture(context)) {
            case UsedPasskey.Changed ignored -> fail(context);
            case UsedPasskey.Genuine genuine ->
                kind.objection(genuine.facts()).ifPresent(reason -> refuse(context, reason));
        }
    }

    private void fail(AuthenticationFlowContext context) {
        context.getEvent().error("passkey_changed");
        context.failure(
                AuthenticationFlowError.INVALID_CREDENTIALS,
                createErrorResponse(context, Messages.WEBAUTHN_ERROR_AUTH_VERIFICATION));
    }

    private static Optional<PasskeyFacts> usedInThisLogin(AuthenticationFlowContext context) {
        return PasskeyFacts.of(
                context.getAuthenticationSession().getUserSessionNotes().get(PasskeyFacts.NOTE));
    }

    private static void refuse(AuthenticationFlowContext context, Reason reason) {
        DecisionPoint point = DecisionPoint.of(context.getSession());
        Inquiry inquiry = LoginInquiry.of(context, point);
        Decision.Deny denial =
                new Decision.Deny(reason, point.weigh(inquiry.request()).grounds());
        RefusalPage.show(context, inquiry, point.record(inquiry, denial));
    }
}
