package dev.contactcenter.revocation.caep;

import dev.contactcenter.kit.caep.Announcements;
import dev.contactcenter.kit.caep.AnnouncementsFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Creates {@link CaepAnnouncements}. */
public final class CaepAnnouncementsFactory implements AnnouncementsFactory {

    public static final String PROVIDER_ID = "contact-center-caep";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Announcements create(KeycloakSession session) {
        return new CaepAnnouncements(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
