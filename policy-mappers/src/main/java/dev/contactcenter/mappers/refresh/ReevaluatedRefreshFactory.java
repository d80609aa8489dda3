package dev.contactcenter.mappers.refresh;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProviderFactory;

/** Puts {@link ReevaluatedRefresh} before Keycloak's own refresh. */
public final class ReevaluatedRefreshFactory implements RefreshTokenProviderFactory {

    public static final String PROVIDER_ID = "contact-center-refresh";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RefreshTokenProvider create(KeycloakSession session) {
        return new ReevaluatedRefresh(session);
    }

    /** Above Keycloak's default (0), below the provider for verifiable credentials (10), which has tokens of its own. */
    @Override
    public int order() {
        return 5;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
