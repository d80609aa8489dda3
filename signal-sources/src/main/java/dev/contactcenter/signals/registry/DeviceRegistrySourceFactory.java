package dev.contactcenter.signals.registry;

import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.device.DeviceRegistry;
import dev.contactcenter.kit.setting.ParsedSettings;
import dev.contactcenter.kit.signal.SignalSource;
import dev.contactcenter.kit.signal.SignalSourceFactory;
import dev.contactcenter.kit.signal.SourceSettings;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers the registry as a source of the device signal. */
public final class DeviceRegistrySourceFactory implements SignalSourceFactory {

    public static final String PROVIDER_ID = "contact-center-device-registry";

    private final ParsedSettings<RegistrySettings> settings = new ParsedSettings<>();

    @Override
    public Signal signal() {
        return Signal.DEVICE;
    }

    @Override
    public Turn turn() {
        return Turn.DESCRIBES_THE_DEVICE;
    }

    @Override
    public SignalSource create(KeycloakSession session, ComponentModel component) {
        var registry = (JpaDeviceRegistryFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(DeviceRegistry.class, JpaDeviceRegistryFactory.PROVIDER_ID);
        return new DeviceRegistrySource(registry.lookup(session), settings.of(component, RegistrySettings::of));
    }

    @Override
    public void check(ComponentModel component) {
        RegistrySettings.of(component);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Tells what the device registry knows of a device that a certificate or a posture token has proven.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return SourceSettings.around(RegistrySettings.CACHE_FOR, RegistrySettings.OWNED_DEVICES);
    }
}
