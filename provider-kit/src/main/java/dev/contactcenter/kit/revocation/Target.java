package dev.contactcenter.kit.revocation;

import java.time.Instant;

/** What is stopped. */
public sealed interface Target {

    /**
     * A device that is lost, stolen or no longer trusted: every session that began on it, and the device-bound passkeys that were
     * enrolled on it. It stays revoked, so that nobody begins a session on it, until an administrator reinstates it.
     *
     * @param id of the device in its registry, also one that no registry knows
     */
    record Device(String id) implements Target {}

    /**
     * A person: every session, online and offline, and every refresh token, whatever the device.
     *
     * @param userId Keycloak's id
     */
    record Person(String userId) implements Target {}

    /**
     * One session, and the offline session that began in it.
     *
     * @param id Keycloak's session id, the {@code sid} claim
     */
    record Session(String id) implements Target {}

    /**
     * A passkey: it is removed from its person, and every session in which it was the passkey used last ends.
     *
     * @param credentialId Keycloak's id of the credential
     */
    record Passkey(String credentialId) implements Target {}

    /**
     * One access token.
     *
     * @param id the {@code jti} claim
     * @param expires the {@code exp} claim, after which nobody needs to remember it
     */
    record Token(String id, Instant expires) implements Target {}
}
