package dev.contactcenter.kit.device;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A device in the registry of a realm. What each reporter tells is kept apart, so that none can loosen what another said.
 *
 * @param reports what each told last; one at least
 * @param passkeys Keycloak's ids of the credentials that were enrolled on it
 * @param updatedAt when it was told of last
 */
public record RegisteredDevice(String id, List<Device> reports, Set<String> passkeys, Instant updatedAt) {

    public RegisteredDevice {
        reports = List.copyOf(reports);
        passkeys = Set.copyOf(passkeys);
    }
}
