package dev.contactcenter.authenticators.passkeystore;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the pack's table. */
final class PasskeyEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(PasskeyEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/contact-center-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return PasskeyEntityProviderFactory.PROVIDER_ID;
    }

    @Override
    public void close() {}
}
