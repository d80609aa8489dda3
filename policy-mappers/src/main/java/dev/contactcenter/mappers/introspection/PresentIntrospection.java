package dev.contactcenter.mappers.introspection;

import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;

/** Keycloak's introspection (RFC 7662), for which a token of a session that is past a limit is not active. */
final class PresentIntrospection extends AccessTokenIntrospectionProvider<AccessToken> {

    PresentIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean introspectionChecks(String token) {
        return super.introspectionChecks(token) && goesOn();
    }

    private boolean goesOn() {
        Optional<String> ended = IntrospectedSession.end(session, userSession, client);
        ended.ifPresent(reason -> {
            // Keycloak would put what it found out about the token into the answer.
            transformedToken = null;
            eventBuilder.detail(Details.REASON, reason);
            eventBuilder.error(Errors.SESSION_EXPIRED);
        });
        return ended.isEmpty();
    }
}
