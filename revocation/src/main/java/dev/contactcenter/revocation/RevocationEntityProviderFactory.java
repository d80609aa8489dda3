package dev.contactcenter.revocation;

import dev.contactcenter.revocation.denylist.Denylist;
import dev.contactcenter.revocation.orders.OrderBook;
import dev.contactcenter.revocation.sessions.SessionIndex;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** Brings the tables of this module into Keycloak's database and empties them along with realms. */
public final class RevocationEntityProviderFactory implements JpaEntityProviderFactory {

    /** Keycloak names the table of applied changes after the first ten letters. */
    public static final String PROVIDER_ID = "ccrevoking-contact-center";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new RevocationEntityProvider();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                forget(removed.getKeycloakSession(), removed.getRealm().getId());
            }
        });
    }

    private static void forget(KeycloakSession session, String realmId) {
        new OrderBook(session).forgetRealm(realmId);
        new SessionIndex(session).forgetRealm(realmId);
        new Denylist(session, realmId).forgetRealm();
    }

    @Override
    public void close() {}
}
