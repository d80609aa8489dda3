package dev.contactcenter.kit.record;

import org.keycloak.provider.ProviderFactory;

/** Creates {@link DecisionRecorder}s. */
public interface DecisionRecorderFactory extends ProviderFactory<DecisionRecorder> {}
