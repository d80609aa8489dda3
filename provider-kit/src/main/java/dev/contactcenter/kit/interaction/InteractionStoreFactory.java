package dev.contactcenter.kit.interaction;

import org.keycloak.provider.ProviderFactory;

/** Creates {@link InteractionStore}s. */
public interface InteractionStoreFactory extends ProviderFactory<InteractionStore> {}
