package dev.contactcenter.endpoints.caller;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Who feeds the pack: the bearer of an access token of this realm that carries the role of the feed and is not meant for another
 * resource server (<a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>).
 */
public sealed interface FeedCaller {

    /** The audience that tokens for these endpoints can have. */
    String AUDIENCE = "contact-center-api";

    /** What Keycloak itself puts into tokens of whoever has an account. */
    String ACCOUNT = "account";

    /** RFC 6750's code for a token that does not count. */
    String INVALID = "invalid_token";

    /**
     * May go on.
     *
     * @param clientId the client that the token was issued to
     */
    record Admitted(String clientId) implements FeedCaller {}

    /** May not. */
    record Refused(Response response) implements FeedCaller {}

    /**
     * Who calls.
     *
     * @param role the realm role that feeds need
     */
    static FeedCaller of(KeycloakSession session, String role) {
        return of(session, TokenBearer.of(session), role);
    }

    private static FeedCaller of(KeycloakSession session, Optional<AuthResult> bearer, String role) {
        RealmModel realm = session.getContext().getRealm();
        return bearer.map(caller -> of(realm, caller, role))
                .orElseGet(() -> hasHeader(session)
                        ? refused(
                                realm,
                                401,
                                INVALID,
                                "The access token is not valid in this realm: it is expired, revoked, of another realm, shown"
                                        + " without the proof or the certificate that it is bound to, or no token.")
                        : refused(
                                realm,
                                401,
                                "",
                                "An access token of this realm is needed in the header Authorization."));
    }

    /**
     * Who calls, where it must be a service that acts for itself (RFC 6749 §4.4): a person with the role is not enough.
     *
     * @param bearer who shows the token
     * @param role the realm role that feeds need
     */
    static FeedCaller ofService(KeycloakSession session, Optional<AuthResult> bearer, String role) {
        FeedCaller caller = of(session, bearer, role);
        return caller instanceof Admitted && !bearer.map(FeedCaller::isService).orElse(false)
                ? refused(
                        session.getContext().getRealm(),
                        403,
                        "insufficient_scope",
                        "The access token is a person's; only the service account of a client may tell this.")
                : caller;
    }

    private static boolean isService(AuthResult bearer) {
        return bearer.user().getServiceAccountClientLink() != null;
    }

    private static boolean hasHeader(KeycloakSession session) {
        return session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.AUTHORIZATION)
                != null;
    }

    private static FeedCaller of(RealmModel realm, AuthResult caller, String role) {
        if (!isMeantForUs(caller.token())) {
            return refused(
                    realm,
                    401,
                    INVALID,
                    "The access token is meant for another resource server: its audience must name " + AUDIENCE
                            + ", or nobody but " + ACCOUNT + ".");
        }
        return hasRole(realm, caller, role)
                ? new Admitted(caller.token().getIssuedFor())
                : refused(
                        realm,
                        403,
                        "insufficient_scope",
                        "The access token does not carry the realm role " + role + ", or its bearer has lost it.");
    }

    private static boolean isMeantForUs(AccessToken token) {
        String[] audience = token.getAudience();
        return audience == null
                || Arrays.asList(audience).contains(AUDIENCE)
                || Arrays.stream(audience).allMatch(ACCOUNT::equals);
    }

    /** In the token, so that a client has it only if its scope allows; and of the bearer, so that it ends when it is taken away. */
    private static boolean hasRole(RealmModel realm, AuthResult caller, String role) {
        RoleModel found = realm.getRole(role);
        AccessToken.Access granted = caller.token().getRealmAccess();
        return found != null
                && granted != null
                && granted.isUserInRole(role)
                && caller.user().hasRole(found);
    }

    private static Refused refused(RealmModel realm, int status, String error, String detail) {
        StringBuilder challenge =
                new StringBuilder("Bearer realm=\"").append(realm.getName()).append('"');
        if (!error.isEmpty()) {
            challenge
                    .append(", error=\"")
                    .append(error)
                    .append("\", error_description=\"")
                    .append(detail)
                    .append('"');
        }
        return new Refused(ProblemDetails.of(status, status == 401 ? "Not authenticated" : "Not allowed", detail)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge.toString())
                .build());
    }
}
