package dev.contactcenter.kit.passkey;

import org.keycloak.provider.ProviderFactory;

/** Creates {@link PasskeyBindings}. */
public interface PasskeyBindingsFactory extends ProviderFactory<PasskeyBindings> {}
