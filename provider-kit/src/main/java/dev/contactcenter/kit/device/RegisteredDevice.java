package dev.contactcenter.kit.device;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A device in the registry of a realm. What feeds tell and what signals tell is kept apart, so that neither can loosen the other.
 *
 * @param reports what was told last, by who tells; one at least
 * @param passkeys Keycloak's ids of the credentials that were enrolled on it
 * @param updatedAt when it was told of last
 */
public record RegisteredDevice(String id, Map<Origin, Device> reports, Set<String> passkeys, Instant updatedAt) {

    public RegisteredDevice {
        reports = Map.copyOf(reports);
        passkeys = Set.copyOf(passkeys);
    }

    /** Who tells of devices. */
    public enum Origin {
        /** An administrator. Nothing else counts then, and what was written is never stale. */
        BY_HAND,
        /** A system that manages devices. */
        FEED,
        /** Posture that was shown with a request. */
        SIGNAL
    }
}
