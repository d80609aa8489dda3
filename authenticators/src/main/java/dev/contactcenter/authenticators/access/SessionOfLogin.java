package dev.contactcenter.authenticators.access;

import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The session that a login goes on in, if it does not begin one. */
public final class SessionOfLogin {

    private SessionOfLogin() {}

    /**
     * The session of the cookie, if that let the person in: a browser that began another login before has given this one its id, which
     * then says nothing about the session. Else the session with the id of the login, as Keycloak will continue that one.
     */
    public static Optional<UserSessionModel> of(
            KeycloakSession session, RealmModel realm, AuthenticationSessionModel login) {
        AuthenticationManager.AuthResult cookie = AuthenticatorUtil.isSSOAuthentication(login)
                ? AuthenticationManager.authenticateIdentityCookie(session, realm, true)
                : null;
        return cookie == null
                ? Optional.ofNullable(session.sessions()
                        .getUserSession(realm, login.getParentSession().getId()))
                : Optional.of(cookie.session());
    }
}
