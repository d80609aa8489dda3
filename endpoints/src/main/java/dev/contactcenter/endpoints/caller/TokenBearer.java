package dev.contactcenter.endpoints.caller;

import jakarta.ws.rs.NotAuthorizedException;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.util.MtlsHoKTokenUtil;

/** Whoever shows an access token of the realm, as Keycloak knows them. */
public final class TokenBearer {

    private TokenBearer() {}

    /**
     * The bearer; nothing if the token does not count here. To be asked once in a request: a proof of possession counts only once
     * (<a href="https://www.rfc-editor.org/rfc/rfc9449">RFC 9449</a> §11.1).
     */
    public static Optional<AuthResult> of(KeycloakSession session) {
        try {
            return Optional.ofNullable(new AppAuthManager.BearerTokenAuthenticator(session).authenticate())
                    .filter(bearer -> isBoundTo(session, bearer.token()));
        } catch (NotAuthorizedException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Whether the connection is by the certificate that the token is bound to, if it is bound to one
     * (<a href="https://www.rfc-editor.org/rfc/rfc8705">RFC 8705</a> §3). Keycloak's own authenticator looks at proofs of RFC 9449 only.
     */
    private static boolean isBoundTo(KeycloakSession session, AccessToken token) {
        AccessToken.Confirmation confirmation = token.getConfirmation();
        return confirmation == null
                || confirmation.getCertThumbprint() == null
                || MtlsHoKTokenUtil.verifyTokenBindingWithClientCertificate(
                        token, session.getContext().getHttpRequest(), session);
    }
}
