package dev.contactcenter.kit.sink;

import org.keycloak.provider.ProviderFactory;

/** Creates {@link RecordSinks}. */
public interface RecordSinksFactory extends ProviderFactory<RecordSinks> {}
