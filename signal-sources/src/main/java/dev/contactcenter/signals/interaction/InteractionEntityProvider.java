package dev.contactcenter.signals.interaction;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the table of interactions. */
final class InteractionEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(InteractionEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/contact-center-interactions-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return InteractionEntityProviderFactory.PROVIDER_ID;
    }

    @Override
    public void close() {}
}
