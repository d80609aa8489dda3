package dev.contactcenter.kit.session;

import java.time.Duration;
import java.util.Map;
import org.keycloak.models.KeycloakSession;

/**
 * Remembers which sessions were ended, beside the sessions. A request that read a session from the database before its end was committed
 * puts it back into Keycloak's cache afterwards, where it would go on; what is remembered here goes on nowhere (ADR 0032). Kept with
 * Keycloak's single-use objects, which all servers share.
 */
public final class EndedSessions {

    private static final String KEY = "contact-center.session-ended.";

    private EndedSessions() {}

    /**
     * Remembers one, if the transaction is committed.
     *
     * @param life for how long a cache could hold it
     */
    public static void remember(KeycloakSession session, String id, Duration life) {
        session.singleUseObjects().put(KEY + id, Math.max(1, life.toSeconds()), Map.of());
    }

    /** Whether it was ended, so that no session of this id may go on, or begin. */
    public static boolean contains(KeycloakSession session, String id) {
        return session.singleUseObjects().contains(KEY + id);
    }
}
