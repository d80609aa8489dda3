package dev.contactcenter.signals.changes;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the tables of changes. */
final class ChangeEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(ChangeEntity.class, ChangeCounterEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/contact-center-changes-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return ChangeEntityProviderFactory.PROVIDER_ID;
    }

    @Override
    public void close() {}
}
