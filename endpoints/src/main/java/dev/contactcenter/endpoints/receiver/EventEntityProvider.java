package dev.contactcenter.endpoints.receiver;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the tables of streams and events. */
final class EventEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(ReceivedEventEntity.class, StreamEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/contact-center-events-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return EventEntityProviderFactory.PROVIDER_ID;
    }

    @Override
    public void close() {}
}
