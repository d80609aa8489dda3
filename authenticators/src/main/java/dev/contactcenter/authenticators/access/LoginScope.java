package dev.contactcenter.authenticators.access;

import dev.contactcenter.kit.session.RequestedAccess;
import org.keycloak.OAuth2Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The scope that a login asks for, kept where the browser cannot write. */
public final class LoginScope {

    private LoginScope() {}

    /** Makes a mode part of it, so that token, refresh token and response all tell it. */
    public static void addMode(AuthenticationSessionModel login, String mode) {
        String scope = RequestedAccess.modeScope(mode);
        String asked = login.getClientNote(OAuth2Constants.SCOPE);
        if (asked == null) {
            login.setClientNote(OAuth2Constants.SCOPE, scope);
        } else if (!(" " + asked + " ").contains(" " + scope + " ")) {
            login.setClientNote(OAuth2Constants.SCOPE, asked + " " + scope);
        }
    }
}
