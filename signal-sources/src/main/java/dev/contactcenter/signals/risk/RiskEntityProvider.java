package dev.contactcenter.signals.risk;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the table of risks. */
final class RiskEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(RiskEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/contact-center-risk-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return RiskEntityProviderFactory.PROVIDER_ID;
    }

    @Override
    public void close() {}
}
