package dev.contactcenter.mappers.introspection;

import org.keycloak.authorization.protection.introspect.RPTIntrospectionProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Takes the place of Keycloak's introspection of requesting party tokens, under the same id. */
public final class PartyTokenIntrospectionFactory extends RPTIntrospectionProviderFactory {

    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new PartyTokenIntrospection(session);
    }
}
