package dev.contactcenter.signals.registry;

import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.DeviceRegistry;
import dev.contactcenter.kit.device.DeviceRegistry.Keeper;
import dev.contactcenter.kit.setting.ComponentName;
import dev.contactcenter.kit.setting.ComponentRefusedException;
import dev.contactcenter.kit.setting.InvalidSettingException;
import dev.contactcenter.kit.setting.Setting;
import java.time.Instant;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.ui.extend.UiPageProviderFactory;

/** A device that an administrator keeps by hand: a kiosk, a shared desk, a pool of virtual desktops. */
public final class HandKeptDeviceFactory implements UiPageProviderFactory<Device> {

    public static final String PROVIDER_ID = "contact-center-device";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "A device that is kept by hand, for example a kiosk or a shared desk. No feed and no signal changes it, and what is"
                + " written here counts until somebody writes it anew.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return HandKeptSettings.ALL.stream().map(Setting::toProperty).toList();
    }

    @Override
    public Device create(KeycloakSession session, ComponentModel component) {
        return HandKeptSettings.device(component, now());
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel component) {
        Device device;
        try {
            device = HandKeptSettings.device(component, now());
        } catch (InvalidSettingException | IllegalArgumentException unusable) {
            throw new ComponentRefusedException(String.valueOf(unusable.getMessage()));
        }
        realm.getComponentsStream(realm.getId(), component.getProviderType())
                .filter(other -> other.getProviderId().equals(PROVIDER_ID)
                        && !other.getId().equals(component.getId())
                        && device.id().equals(other.get(HandKeptSettings.DEVICE.key())))
                .findAny()
                .ifPresent(other -> {
                    throw new ComponentRefusedException(
                            "The device '" + device.id() + "' is kept as '" + ComponentName.of(other)
                                    + "' already; edit that one, because two would leave open which counts");
                });
    }

    @Override
    public void onCreate(KeycloakSession session, RealmModel realm, ComponentModel component) {
        registry(session).keep(realm, keeper(component), HandKeptSettings.device(component, now()));
    }

    @Override
    public void onUpdate(KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel component) {
        onCreate(session, realm, component);
    }

    @Override
    public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel component) {
        registry(session).release(realm, keeper(component));
    }

    private static DeviceRegistry registry(KeycloakSession session) {
        return session.getProvider(DeviceRegistry.class);
    }

    private static Keeper keeper(ComponentModel component) {
        return new Keeper(component.getId(), ComponentName.of(component));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
