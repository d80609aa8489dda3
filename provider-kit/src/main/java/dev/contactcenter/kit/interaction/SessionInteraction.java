package dev.contactcenter.kit.interaction;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/** Keeps the state of an interaction in the session of whoever has it, with which it ends. */
public final class SessionInteraction {

    private static final String NOTE = "contact-center.session.interaction";

    private SessionInteraction() {}

    /** What is known of the session with this id. Its offline session is asked only if it goes on alone: else both were told the same. */
    public static Optional<InteractionReport> find(KeycloakSession keycloak, RealmModel realm, String sessionId) {
        return Optional.ofNullable(keycloak.sessions().getUserSession(realm, sessionId))
                .or(() -> Optional.ofNullable(keycloak.sessions().getOfflineUserSession(realm, sessionId)))
                .flatMap(SessionInteraction::told);
    }

    private static Optional<InteractionReport> told(UserSessionModel session) {
        return Optional.ofNullable(session.getNote(NOTE)).flatMap(InteractionReport::of);
    }

    /** Takes a report in; nothing if the realm has no such session. */
    public static Optional<InteractionTaken> take(
            KeycloakSession keycloak, RealmModel realm, String sessionId, InteractionReport report) {
        return sessions(keycloak, realm, sessionId)
                .map(session -> take(session, report))
                .reduce((one, other) -> one instanceof InteractionTaken.Stored ? one : other);
    }

    private static InteractionTaken take(UserSessionModel session, InteractionReport report) {
        Optional<InteractionReport> known = told(session);
        if (known.isPresent() && !report.replaces(known.get())) {
            return new InteractionTaken.Ignored(known.get());
        }
        session.setNote(NOTE, report.asNote());
        return new InteractionTaken.Stored();
    }

    private static Stream<UserSessionModel> sessions(KeycloakSession keycloak, RealmModel realm, String id) {
        return Stream.of(
                        Optional.ofNullable(keycloak.sessions().getUserSession(realm, id)),
                        Optional.ofNullable(keycloak.sessions().getOfflineUserSession(realm, id)))
                .flatMap(Optional::stream);
    }
}
