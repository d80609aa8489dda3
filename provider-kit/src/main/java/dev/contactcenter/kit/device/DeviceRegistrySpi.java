package dev.contactcenter.kit.device;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets what is fed, what is signed in and what is decided meet at one registry. */
public final class DeviceRegistrySpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "contact-center-devices";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return DeviceRegistry.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return DeviceRegistryFactory.class;
    }
}
