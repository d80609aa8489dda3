package dev.contactcenter.kit.revocation;

import java.time.Instant;

/**
 * How a session ended, as long as an access token of it could still be about.
 *
 * @param session Keycloak's session id, the {@code sid} claim
 */
public record Ending(String session, Cause cause, Instant at) {}
