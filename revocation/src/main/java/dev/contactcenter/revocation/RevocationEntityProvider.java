package dev.contactcenter.revocation;

import dev.contactcenter.revocation.denylist.DenylistEntity;
import dev.contactcenter.revocation.denylist.DenylistHeadEntity;
import dev.contactcenter.revocation.orders.OrderEntity;
import dev.contactcenter.revocation.sessions.SessionIndexEntity;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the tables of this module. */
final class RevocationEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(OrderEntity.class, SessionIndexEntity.class, DenylistEntity.class, DenylistHeadEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/contact-center-revocation-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return RevocationEntityProviderFactory.PROVIDER_ID;
    }

    @Override
    public void close() {}
}
