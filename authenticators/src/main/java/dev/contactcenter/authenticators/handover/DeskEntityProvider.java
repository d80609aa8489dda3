package dev.contactcenter.authenticators.handover;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the table of desks. */
final class DeskEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(DeskEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/contact-center-desks-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return DeskEntityProviderFactory.PROVIDER_ID;
    }

    @Override
    public void close() {}
}
