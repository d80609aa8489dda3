package dev.contactcenter.kit.revocation;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets whoever learns that something must stop have it stopped. */
public final class RevocationsSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "contact-center-revocations";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Revocations.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return RevocationsFactory.class;
    }
}
