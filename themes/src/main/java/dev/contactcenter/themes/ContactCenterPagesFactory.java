package dev.contactcenter.themes;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.theme.ThemeResourceProvider;
import org.keycloak.theme.ThemeResourceProviderFactory;

/** Offers {@link ContactCenterPages} to every login theme. */
public final class ContactCenterPagesFactory implements ThemeResourceProviderFactory {

    /** Id of the provider. */
    public static final String PROVIDER_ID = "contact-center-pages";

    @Override
    public ThemeResourceProvider create(KeycloakSession session) {
        return new ContactCenterPages();
    }

    @Override
    public void init(Config.Scope config) {
        // Has no settings.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Needs no other provider.
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
