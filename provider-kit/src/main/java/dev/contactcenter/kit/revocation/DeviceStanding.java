package dev.contactcenter.kit.revocation;

import java.time.Instant;

/** Whether a session may begin on a device. */
public sealed interface DeviceStanding {

    /** Nobody revoked it, or it was reinstated. */
    record InUse() implements DeviceStanding {}

    /** It is revoked. */
    record Revoked(Cause cause, Instant since) implements DeviceStanding {}
}
