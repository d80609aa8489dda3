package dev.contactcenter.authenticators.handover;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Brings the table of desks into Keycloak's database and empties it along with users and realms. */
public final class DeskEntityProviderFactory implements JpaEntityProviderFactory {

    /** Keycloak names the table of applied changes after the first ten letters. */
    public static final String PROVIDER_ID = "ccdesktake-contact-center";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new DeskEntityProvider();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof UserModel.UserRemovedEvent removed) {
                new Desks(removed.getKeycloakSession())
                        .forgetUser(removed.getUser().getId());
            } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
                new Desks(removed.getKeycloakSession())
                        .forgetRealm(removed.getRealm().getId());
            }
        });
    }

    @Override
    public void close() {}
}
