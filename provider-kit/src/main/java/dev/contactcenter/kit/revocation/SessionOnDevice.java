package dev.contactcenter.kit.revocation;

/**
 * A session that began on a device and, as far as is known, goes on.
 *
 * @param session Keycloak's session id
 * @param userId Keycloak's id of its person
 */
public record SessionOnDevice(String session, String userId) {}
