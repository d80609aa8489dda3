package dev.contactcenter.authenticators.access;

import org.keycloak.models.Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The level that Keycloak's own LoA flow will ask for in this login. It is only ever raised. */
public final class RequestedLevel {

    /** The acr value of any passkey: phishing-resistant (OpenID EAP ACR Values 1.0 §2). */
    public static final String PHISHING_RESISTANT = "phr";

    private RequestedLevel() {}

    /** The level that was asked for so far; below every configured level if none was. */
    static int of(AuthenticationSessionModel login) {
        String requested = login.getClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION);
        return requested == null ? Constants.NO_LOA : Integer.parseInt(requested);
    }

    /** Asks for at least this level, whatever {@code acr_values} the client sent. */
    public static void raise(AuthenticationSessionModel login, int level) {
        login.setClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, Integer.toString(Math.max(of(login), level)));
        // Forced: Keycloak ends the login with an error if its flow did not reach the level after all.
        login.setClientNote(Constants.FORCE_LEVEL_OF_AUTHENTICATION, "true");
    }
}
