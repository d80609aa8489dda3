package dev.contactcenter.signals.risk;

import dev.contactcenter.kit.risk.RiskStore;
import dev.contactcenter.kit.risk.RiskStoreFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Creates {@link JpaRiskStore}s. */
public final class JpaRiskStoreFactory implements RiskStoreFactory {

    public static final String PROVIDER_ID = "contact-center-risk-levels";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RiskStore create(KeycloakSession session) {
        return new JpaRiskStore(session.getKeycloakSessionFactory());
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
