package dev.contactcenter.mappers.introspection;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;

/** Keycloak's introspection of refresh tokens (RFC 7662 §2.2): none is active whose session is past a limit, or was ended. */
final class PresentRefreshIntrospection extends RefreshTokenIntrospectionProvider {

    PresentRefreshIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean introspectionChecks(String token) {
        return super.introspectionChecks(token)
                && IntrospectedSession.goesOn(session, userSession, client, eventBuilder);
    }
}
