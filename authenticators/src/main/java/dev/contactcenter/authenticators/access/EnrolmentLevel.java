package dev.contactcenter.authenticators.access;

import dev.contactcenter.kit.policy.AcrLevels;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Who adds a passkey proves the one they have, so that a stolen password does not add the thief's. */
final class EnrolmentLevel {

    private EnrolmentLevel() {}

    /** Raises the level of a login that asks for an enrolment; a first passkey is taken on trust (ADR 0007). */
    static void raise(AuthenticationFlowContext context) {
        String asked = context.getAuthenticationSession().getClientNote(Constants.KC_ACTION);
        if (WebAuthnPasswordlessRegisterFactory.PROVIDER_ID.equals(asked) && hasPasskey(LoginPerson.of(context))) {
            // Where the realm does not name the level, none is high enough.
            int level = AcrLevels.of(context.getRealm())
                    .level(RequestedLevel.PHISHING_RESISTANT)
                    .orElse(Integer.MAX_VALUE);
            RequestedLevel.raise(context.getAuthenticationSession(), level);
        }
    }

    private static boolean hasPasskey(LoginPerson person) {
        return switch (person) {
            case LoginPerson.Known known -> hasPasskey(known.user());
            case LoginPerson.Nobody ignored -> false;
        };
    }

    private static boolean hasPasskey(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                .findAny()
                .isPresent();
    }
}
