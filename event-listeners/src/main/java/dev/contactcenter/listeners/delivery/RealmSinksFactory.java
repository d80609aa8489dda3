package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.sink.RecordSinks;
import dev.contactcenter.kit.sink.RecordSinksFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/** Offers {@link RealmSinks} and has the sinks of all realms supplied. */
public final class RealmSinksFactory implements RecordSinksFactory {

    public static final String PROVIDER_ID = "contact-center-sinks";

    private final DeliveryCrew crew = new DeliveryCrew();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RecordSinks create(KeycloakSession session) {
        return new RealmSinks(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            // Not earlier: at a first start there are no tables until the database is migrated.
            if (event instanceof PostMigrationEvent) {
                crew.begin(factory);
            }
        });
    }

    @Override
    public void close() {
        crew.close();
    }
}
