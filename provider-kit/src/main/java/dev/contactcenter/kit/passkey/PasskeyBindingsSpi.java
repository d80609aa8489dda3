package dev.contactcenter.kit.passkey;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets whoever revokes a device find the passkeys that go with it. */
public final class PasskeyBindingsSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "contact-center-passkey-bindings";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return PasskeyBindings.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return PasskeyBindingsFactory.class;
    }
}
