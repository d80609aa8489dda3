package dev.contactcenter.signals.certificate;

import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.setting.ParsedSettings;
import dev.contactcenter.kit.signal.SignalSource;
import dev.contactcenter.kit.signal.SignalSourceFactory;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers {@link ClientCertificateSource} to realms. */
public final class ClientCertificateSourceFactory implements SignalSourceFactory {

    public static final String PROVIDER_ID = "contact-center-client-certificate";

    private final ParsedSettings<ClientCertificateSettings> settings = new ParsedSettings<>();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Tells which device a request comes from by the client certificate of its TLS connection.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ClientCertificateSettings.properties();
    }

    @Override
    public Signal signal() {
        return Signal.DEVICE;
    }

    @Override
    public Turn turn() {
        return Turn.IDENTIFIES_THE_DEVICE;
    }

    @Override
    public SignalSource create(KeycloakSession session, ComponentModel component) {
        return new ClientCertificateSource(
                settings.of(component, ClientCertificateSettings::of), new ShownCertificates(session));
    }

    @Override
    public void check(ComponentModel component) {
        ClientCertificateSettings.of(component);
    }
}
