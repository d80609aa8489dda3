package dev.contactcenter.kit.risk;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets one module receive risks that another tells policies of. */
public final class RiskStoreSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "contact-center-risk-store";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return RiskStore.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return RiskStoreFactory.class;
    }
}
