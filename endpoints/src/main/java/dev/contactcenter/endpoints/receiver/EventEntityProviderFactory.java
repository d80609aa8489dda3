package dev.contactcenter.endpoints.receiver;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** Brings the tables of streams and events into Keycloak's database and empties them along with realms. */
public final class EventEntityProviderFactory implements JpaEntityProviderFactory {

    /** Keycloak names the table of applied changes after the first ten letters. */
    public static final String PROVIDER_ID = "ccsecevent-contact-center";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new EventEntityProvider();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                String realmId = removed.getRealm().getId();
                new EventBook(removed.getKeycloakSession()).forgetRealm(realmId);
                new StreamBook(removed.getKeycloakSession()).forgetRealm(realmId);
            }
        });
    }

    @Override
    public void close() {}
}
