package dev.contactcenter.revocation.watch;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;

/** Puts {@link SessionWatch} behind every event of every realm, without a setting that somebody could take away. */
public final class SessionWatchFactory implements EventListenerProviderFactory {

    public static final String PROVIDER_ID = "contact-center-session-watch";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new SessionWatch(session);
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof UserModel.UserPreRemovedEvent removed) {
                Accounts.ofRemoved(removed.getKeycloakSession(), removed.getRealm(), removed.getUser());
            }
        });
    }

    @Override
    public void close() {}
}
