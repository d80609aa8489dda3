package dev.contactcenter.kit.device;

import org.keycloak.provider.ProviderFactory;

/** Creates {@link DeviceRegistry}s. */
public interface DeviceRegistryFactory extends ProviderFactory<DeviceRegistry> {}
