package dev.contactcenter.authenticators.signin;

import dev.contactcenter.authenticators.access.EndedSession;
import dev.contactcenter.authenticators.access.RequestedLevel;
import dev.contactcenter.authenticators.passkey.UsedPasskey;
import dev.contactcenter.kit.policy.AcrLevels;
import dev.contactcenter.kit.session.BrowserFacts;
import dev.contactcenter.kit.session.PasskeyFacts;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.services.messages.Messages;

/**
 * Keycloak's login form, which then gives a passkey its due: signing in with one is phishing-resistant at once, so the
 * level steps that follow are passed without asking again.
 */
final class SignInForm extends UsernamePasswordForm {

    /** Phishing-resistant (OpenID EAP ACR Values 1.0 §2). */
    private static final String PHISHING_RESISTANT = "phr";

    /** Phishing-resistant and bound to hardware (OpenID EAP ACR Values 1.0 §2). */
    private static final String DEVICE_BOUND = "phrh";

    SignInForm(KeycloakSession session) {
        super(session);
    }

    /** The first look at the form; what is wrong with what was typed into it takes the place of the message. */
    @Override
    protected Response challenge(AuthenticationFlowContext context, MultivaluedMap<String, String> formData) {
        EndedSession.tell(context);
        return super.challenge(context, formData);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        long before = verifiedPasskeys(context);
        super.action(context);
        if (context.getStatus() == FlowStatus.SUCCESS) {
            MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
            context.getAuthenticationSession().setUserSessionNote(BrowserFacts.NOTE, BrowserFacts.note(form::getFirst));
        }
        if (context.getStatus() == FlowStatus.SUCCESS && verifiedPasskeys(context) > before) {
            switch (UsedPasskey.capture(context)) {
                case UsedPasskey.Genuine genuine -> raise(context, genuine.facts());
                case UsedPasskey.Changed ignored -> fail(context);
            }
        }
    }

    /**
     * What Keycloak itself verified in this login. The submitted fields tell nothing: where the realm has passkeys on the
     * login page switched off, Keycloak checks the password and ignores whatever passkey is claimed beside it.
     */
    private static long verifiedPasskeys(AuthenticationFlowContext context) {
        return AuthenticatorUtil.getAuthnCredentials(context.getAuthenticationSession()).stream()
                .filter(WebAuthnCredentialModel.TYPE_PASSWORDLESS::equals)
                .count();
    }

    private static void raise(AuthenticationFlowContext context, PasskeyFacts facts) {
        if (facts.userVerified()) {
            AcrLevels.of(context.getRealm())
                    .level(facts.backupEligible() ? PHISHING_RESISTANT : DEVICE_BOUND)
                    .ifPresent(level -> RequestedLevel.offer(context.getAuthenticationSession(), level));
        }
    }

    private void fail(AuthenticationFlowContext context) {
        context.getEvent().error("passkey_changed");
        context.failure(
                AuthenticationFlowError.INVALID_CREDENTIALS,
                challenge(context, Messages.WEBAUTHN_ERROR_AUTH_VERIFICATION, ""));
    }
}
