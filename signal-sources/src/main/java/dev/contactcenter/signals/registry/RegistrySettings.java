package dev.contactcenter.signals.registry;

import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.kit.signal.SourceSettings;
import dev.contactcenter.signals.changes.MemorySettings;
import java.time.Duration;
import java.util.Map;
import org.keycloak.component.ComponentModel;

/**
 * How the registry is asked.
 *
 * @param maxAge how old a report may be to count
 */
record RegistrySettings(Duration cacheFor, OwnedDevices ownedDevices, Duration maxAge, Duration timeout) {

    static final Setting<Duration> CACHE_FOR = MemorySettings.CACHE_FOR;

    static final Setting<OwnedDevices> OWNED_DEVICES = Setting.choice(
            "ownedDevices",
            "Devices with an owner",
            "Who has the posture of a personal or assigned device. With anyone, whoever signs in on it; with owner-only, its owner,"
                    + " and for others nothing is known of the device. Shared devices, kiosks and virtual desktops are"
                    + " anybody's.",
            OwnedDevices.class,
            OwnedDevices.ANYONE);

    static RegistrySettings of(ComponentModel component) {
        Map<String, String> stored = Settings.stored(component);
        SourceSettings source = SourceSettings.of(component);
        return new RegistrySettings(
                CACHE_FOR.from(stored), OWNED_DEVICES.from(stored), source.maxAge(), source.timeout());
    }

    /** Who may use a device that has an owner. */
    enum OwnedDevices {
        ANYONE,
        OWNER_ONLY
    }
}
