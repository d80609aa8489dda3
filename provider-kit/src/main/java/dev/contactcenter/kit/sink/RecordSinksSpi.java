package dev.contactcenter.kit.sink;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets those who administer sinks and those who deliver to them be different modules. */
public final class RecordSinksSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "contact-center-record-sinks";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return RecordSinks.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return RecordSinksFactory.class;
    }
}
