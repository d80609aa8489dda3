package dev.contactcenter.kit.record;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets one module record what another decides, without either knowing the other. */
public final class DecisionRecorderSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "contact-center-recorder";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return DecisionRecorder.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return DecisionRecorderFactory.class;
    }
}
