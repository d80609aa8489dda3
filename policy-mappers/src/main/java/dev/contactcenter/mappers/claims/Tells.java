package dev.contactcenter.mappers.claims;

import dev.contactcenter.kit.setting.Setting;

/** What one mapper tells. What a client gets beyond {@link #ACCESS} it is given by a client scope of its own. */
enum Tells {
    /** The mode, the policy, what the application has to keep to, and the authentication. */
    ACCESS,
    /** The device that the request came from. */
    DEVICE,
    /** The network zone that it came from. */
    ZONE;

    static final Setting<Tells> SETTING = Setting.choice(
            "tells",
            "Tells",
            "What the claim tells. access: the mode, the policy revision, masked fields and rate, and the authentication. device:"
                    + " id, compliance and management of the device. zone: the network zone. Give device and zone to the clients"
                    + " that need them.",
            Tells.class,
            ACCESS);
}
