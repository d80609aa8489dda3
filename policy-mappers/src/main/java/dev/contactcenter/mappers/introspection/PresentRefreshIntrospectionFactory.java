package dev.contactcenter.mappers.introspection;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Stands in for Keycloak's own introspection of refresh tokens, under the same id. */
public final class PresentRefreshIntrospectionFactory extends RefreshTokenIntrospectionProviderFactory {

    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new PresentRefreshIntrospection(session);
    }
}
