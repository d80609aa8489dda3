package dev.contactcenter.authenticators.passkey;

import dev.contactcenter.kit.device.DeviceClasses;
import dev.contactcenter.kit.setting.Setting;
import java.util.List;

/** Every setting that the pack adds to Keycloak's registration of passkeys. */
final class EnrolmentSettings {

    /**
     * Unknown is one of them: else it would be enough to keep a shared desk from reporting. Whoever sits at a device that nobody
     * knows can still enrol a phone or a security key.
     */
    static final Setting<DeviceClasses> NO_PLATFORM_ON = DeviceClasses.setting(
            "noPlatformOn",
            "No passkeys of the device on",
            "Classes of devices on which only a phone or a security key can be enrolled, and not the device itself. unknown counts"
                    + " in a realm that has a source of the device signal. none alone switches this off.",
            "shared",
            "kiosk",
            "vdi",
            "unknown");

    static final List<Setting<?>> ALL = List.of(NO_PLATFORM_ON);

    private EnrolmentSettings() {}
}
