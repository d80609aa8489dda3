package dev.contactcenter.kit.session;

import dev.contactcenter.kit.signal.Notes;
import java.time.Instant;
import java.util.Map;
import org.keycloak.models.UserSessionModel;

/**
 * What signals tell about one session.
 *
 * @param id id that it has, or that a login's session will have; empty for none
 * @param userId Keycloak's id of the person; empty for none
 * @param notes what it remembers
 * @param started when it began
 * @param offline whether it is an offline session
 * @param passkey facts of the passkey used last, as {@link PasskeyFacts#asMap()}; empty if none was
 */
public record SessionFacts(
        String id, String userId, Notes notes, Instant started, boolean offline, Map<String, String> passkey) {

    public SessionFacts {
        passkey = Map.copyOf(passkey);
    }

    /** The facts of an established session. */
    public static SessionFacts of(UserSessionModel session) {
        return new SessionFacts(
                session.getId(),
                session.getUser().getId(),
                new Notes.OfSession(session),
                Instant.ofEpochSecond(session.getStarted()),
                session.isOffline(),
                PasskeyFacts.told(session));
    }
}
