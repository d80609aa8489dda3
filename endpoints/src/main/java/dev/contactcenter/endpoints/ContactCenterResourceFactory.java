package dev.contactcenter.endpoints;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Offers the pack's endpoints to every realm; each of them demands a token of its realm. */
public final class ContactCenterResourceFactory implements RealmResourceProviderFactory {

    /** The part of the path behind the realm's name. */
    public static final String PROVIDER_ID = "contact-center";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new Endpoints(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    private record Endpoints(KeycloakSession session) implements RealmResourceProvider {
        @Override
        public Object getResource() {
            return new ContactCenterResource(session);
        }

        @Override
        public void close() {}
    }
}
