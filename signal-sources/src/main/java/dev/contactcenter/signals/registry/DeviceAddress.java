package dev.contactcenter.signals.registry;

import dev.contactcenter.signals.changes.Changed;

/** Which device of which realm. */
public record DeviceAddress(String realm, String device) {

    /** As what it is told to have changed. */
    public Changed changed() {
        return Changed.of("device", realm, device);
    }
}
