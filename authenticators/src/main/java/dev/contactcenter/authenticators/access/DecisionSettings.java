package dev.contactcenter.authenticators.access;

import dev.contactcenter.kit.device.DeviceClasses;
import dev.contactcenter.kit.setting.Setting;
import java.util.List;

/** Every setting of the access decision. */
final class DecisionSettings {

    /** On a virtual desktop several people work at once. */
    static final Setting<DeviceClasses> TAKEN_OVER_ON = DeviceClasses.setting(
            "takenOverOn",
            "Sign-in takes over",
            "Classes of devices on which a sign-in ends the sessions that other people have there. Their own other sessions go on."
                    + " none alone switches this off.",
            "shared",
            "kiosk");

    static final List<Setting<?>> ALL = List.of(TAKEN_OVER_ON);

    private DecisionSettings() {}
}
