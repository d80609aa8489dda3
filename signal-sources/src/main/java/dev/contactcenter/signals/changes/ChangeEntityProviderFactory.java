package dev.contactcenter.signals.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;

/** Brings the tables of changes into Keycloak's database, and hears of changes as long as the server runs. */
public final class ChangeEntityProviderFactory implements JpaEntityProviderFactory {

    /** Keycloak names the table of applied changes after the first ten letters. */
    public static final String PROVIDER_ID = "ccchanging-contact-center";

    private final Changes changes = new Changes(System::nanoTime);

    private volatile @Nullable ChangeWatch watch;

    /** The one of a server. */
    public static ChangeEntityProviderFactory of(KeycloakSessionFactory factory) {
        return (ChangeEntityProviderFactory) factory.getProviderFactory(JpaEntityProvider.class, PROVIDER_ID);
    }

    /** What this server heard. */
    public Changes changes() {
        return changes;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new ChangeEntityProvider();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                watch = ChangeWatch.begin(factory, changes);
            } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
                // It may come back under the same id, without any of this.
                ChangeNotes.noteAtTheEnd(removed.getKeycloakSession(), List.of(Changed.EVERYTHING));
            }
        });
    }

    @Override
    public void close() {
        ChangeWatch begun = watch;
        if (begun != null) {
            begun.close();
        }
    }
}
