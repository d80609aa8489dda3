package dev.contactcenter.kit.risk;

import org.keycloak.provider.ProviderFactory;

/** Creates {@link RiskStore}s. */
public interface RiskStoreFactory extends ProviderFactory<RiskStore> {}
