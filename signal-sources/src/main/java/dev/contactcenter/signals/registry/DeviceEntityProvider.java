package dev.contactcenter.signals.registry;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the tables of the registry. */
final class DeviceEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(DeviceEntity.class, DevicePasskeyEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/contact-center-devices-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return DeviceEntityProviderFactory.PROVIDER_ID;
    }

    @Override
    public void close() {}
}
