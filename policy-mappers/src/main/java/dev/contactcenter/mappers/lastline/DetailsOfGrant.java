package dev.contactcenter.mappers.lastline;

import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.mappers.details.SingleUse;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.representations.AccessToken;

/** Refuses what the grants that know no details would drop without a word, and what must not become another token. */
final class DetailsOfGrant {

    /** By these, what is asked for in detail was checked already. */
    private static final Set<String> KNOWING = Set.of(
            OAuth2Constants.AUTHORIZATION_CODE,
            OAuth2Constants.REFRESH_TOKEN,
            OAuth2Constants.CLIENT_CREDENTIALS,
            "urn:ietf:params:oauth:grant-type:pre-authorized_code");

    private DetailsOfGrant() {}

    static void refuseStray(KeycloakSession session) {
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        @Nullable String grant = form.getFirst(OAuth2Constants.GRANT_TYPE);
        if (grant != null && form.containsKey(OAuth2Constants.AUTHORIZATION_DETAILS) && !KNOWING.contains(grant)) {
            throw refused(session, Errors.INVALID_AUTHORIZATION_DETAILS, "this grant knows no authorization_details");
        }
        if (OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE.equals(grant)) {
            @Nullable
            AccessToken subject =
                    session.tokens().decode(form.getFirst(OAuth2Constants.SUBJECT_TOKEN), AccessToken.class);
            if (subject != null && SingleUse.isOf(subject)) {
                throw refused(
                        session,
                        OAuthErrorException.INVALID_REQUEST,
                        Reason.SINGLE_USE_TOKEN.code() + ": it serves once, and not for another token");
            }
        }
    }

    private static TokenInterceptorException refused(KeycloakSession session, String error, String why) {
        RefusalEvent.send(session, new TokenRefusal(error, why));
        return new TokenInterceptorException(error, why);
    }
}
