package dev.contactcenter.kit.caep;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets whoever changes something have receivers of security events told. */
public final class AnnouncementsSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "contact-center-announcements";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Announcements.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return AnnouncementsFactory.class;
    }
}
