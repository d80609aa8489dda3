package dev.contactcenter.kit.interaction;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets one module receive the states of interactions that another tells policies of. */
public final class InteractionStoreSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "contact-center-interaction-store";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return InteractionStore.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return InteractionStoreFactory.class;
    }
}
