package dev.contactcenter.kit.policy;

import org.keycloak.component.ComponentFactory;

/** Creates {@link PolicyProvider}s, of which one component per realm holds the policy's text. */
public interface PolicyProviderFactory extends ComponentFactory<PolicyProvider, PolicyProvider> {}
