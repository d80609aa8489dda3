package dev.contactcenter.kit.session;

import java.time.Instant;
import java.util.Map;
import org.keycloak.models.UserSessionModel;

/**
 * What signals tell about one session.
 *
 * @param started when it began
 * @param offline whether it is an offline session
 * @param passkey facts of the passkey used last, as {@link PasskeyFacts#asMap()}; empty if none was
 */
public record SessionFacts(Instant started, boolean offline, Map<String, String> passkey) {

    public SessionFacts {
        passkey = Map.copyOf(passkey);
    }

    /** The facts of an established session. */
    public static SessionFacts of(UserSessionModel session) {
        return new SessionFacts(
                Instant.ofEpochSecond(session.getStarted()), session.isOffline(), PasskeyFacts.told(session));
    }
}
