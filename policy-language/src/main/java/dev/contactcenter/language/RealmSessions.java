package dev.contactcenter.language;

import dev.contactcenter.engine.decision.Bound;

/**
 * The limits that a realm itself sets on its sessions, as far as they are told.
 *
 * @param idle how long a session may rest
 * @param max how long a session may last
 */
public record RealmSessions(Bound idle, Bound max) {

    /** Nothing is known. */
    public static final RealmSessions NOT_TOLD = new RealmSessions(Bound.none(), Bound.none());
}
