package dev.contactcenter.kit.interaction;

import dev.contactcenter.kit.session.RealmSessions;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/** Keeps the state of an interaction in the session of whoever has it, with which it ends. */
public final class SessionInteraction {

    private static final String NOTE = "contact-center.session.interaction";

    private SessionInteraction() {}

    /** What is known of a session. */
    public static Optional<InteractionReport> of(UserSessionModel session) {
        return Optional.ofNullable(session.getNote(NOTE)).flatMap(InteractionReport::of);
    }

    /** Takes a report in; nothing if the realm has no such session. */
    public static Optional<InteractionTaken> take(
            KeycloakSession keycloak, RealmModel realm, String sessionId, InteractionReport report) {
        return new RealmSessions(keycloak, realm)
                .both(sessionId)
                .map(session -> take(session, report))
                .reduce((one, other) -> one instanceof InteractionTaken.Stored ? one : other);
    }

    private static InteractionTaken take(UserSessionModel session, InteractionReport report) {
        Optional<InteractionReport> known = of(session);
        if (known.isPresent() && !report.replaces(known.get())) {
            return new InteractionTaken.Ignored(known.get());
        }
        session.setNote(NOTE, report.asNote());
        return new InteractionTaken.Stored();
    }
}
