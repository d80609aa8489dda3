package dev.contactcenter.kit.revocation;

import org.keycloak.provider.ProviderFactory;

/** Creates {@link Revocations}. */
public interface RevocationsFactory extends ProviderFactory<Revocations> {}
