package dev.contactcenter.signals.interaction;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** Brings the table of interactions into Keycloak's database and empties it along with realms. */
public final class InteractionEntityProviderFactory implements JpaEntityProviderFactory {

    /** Keycloak names the table of applied changes after the first ten letters. */
    public static final String PROVIDER_ID = "cccalltold-contact-center";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new InteractionEntityProvider();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                JpaInteractionStore.forgetRealm(
                        removed.getKeycloakSession(), removed.getRealm().getId());
            }
        });
    }

    @Override
    public void close() {}
}
