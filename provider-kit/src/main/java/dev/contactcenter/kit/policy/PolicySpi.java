package dev.contactcenter.kit.policy;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Makes the policy a component of Keycloak's: imported, exported, edited by REST, each change an admin event. */
public final class PolicySpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "contact-center-policy";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return PolicyProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return PolicyProviderFactory.class;
    }
}
