package dev.contactcenter.listeners.chain;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the tables of chains and sinks. */
final class AuditEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(ChainEntity.class, ChainLinkEntity.class, SinkEntity.class, UnsealedEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/contact-center-audit-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return AuditEntityProviderFactory.PROVIDER_ID;
    }

    @Override
    public void close() {}
}
