package dev.contactcenter.authenticators.handover;

/**
 * Who has a desk, or had it.
 *
 * @param session Keycloak's session id
 * @param userId Keycloak's id of its person
 */
record Occupant(String session, String userId) {

    boolean isSomebodyElseThan(Occupant other) {
        return !userId.equals(other.userId);
    }
}
