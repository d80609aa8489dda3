package dev.contactcenter.revocation;

import dev.contactcenter.kit.revocation.Revocations;
import dev.contactcenter.kit.revocation.RevocationsFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/** Creates {@link DurableRevocations} and has the orders carried out. */
public final class DurableRevocationsFactory implements RevocationsFactory {

    public static final String PROVIDER_ID = "contact-center-durable";

    private final Crew crew = new Crew();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Revocations create(KeycloakSession session) {
        return new DurableRevocations(session, crew::carryOutSoon);
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
