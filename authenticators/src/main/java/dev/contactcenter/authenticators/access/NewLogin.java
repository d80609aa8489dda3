package dev.contactcenter.authenticators.access;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.RestartLoginCookie;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Starts a login over under another id. Keycloak gives a new session the id of the login that leads to it, which is that of the session
 * whose cookie was shown: whoever knows that one to have ended would take the new one for it.
 */
final class NewLogin {

    private NewLogin() {}

    static void begin(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        boolean silent = TokenUtil.hasPrompt(
                login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_NONE);
        // Keycloak tells the application in its own words that nobody can be asked (OpenID Connect Core 1.0 §3.1.2.6).
        context.forceChallenge(silent ? Response.noContent().build() : anew(context, login));
    }

    /** As Keycloak itself restarts a login whose page was left open for too long. */
    private static Response anew(AuthenticationFlowContext context, AuthenticationSessionModel login) {
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel fresh;
        try {
            String request = RestartLoginCookie.encodeAndEncrypt(session, new RestartLoginCookie(login));
            fresh = RestartLoginCookie.restartSession(
                    session, context.getRealm(), null, login.getClient().getClientId(), request);
        } catch (Exception e) {
            throw new IllegalStateException("A login cannot start over because Keycloak cannot read what it wrote", e);
        }
        if (fresh == null) {
            throw new IllegalStateException("A login cannot start over because Keycloak does not know its client");
        }
        return Response.status(Response.Status.FOUND)
                .location(new AuthenticationFlowURLHelper(session, context.getRealm(), context.getUriInfo())
                        .getLastExecutionUrl(fresh))
                .build();
    }
}
