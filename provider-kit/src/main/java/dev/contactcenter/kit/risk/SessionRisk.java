package dev.contactcenter.kit.risk;

import dev.contactcenter.kit.session.RealmSessions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Keeps the risk of a session in the session itself, with which it ends. Each report is a note of its own, and of several the one
 * that replaces the others counts: Keycloak puts what two requests write at once together note by note, so that of two writers of
 * one note the later would win, whatever it says.
 */
public final class SessionRisk {

    private static final String NOTE = "contact-center.session.risk.";

    private SessionRisk() {}

    /** What is known of a session. */
    public static Optional<RiskReport> of(UserSessionModel session) {
        return told(session.getNotes()).values().stream().reduce((one, other) -> other.replaces(one) ? other : one);
    }

    /** By the name of the note. */
    private static Map<String, RiskReport> told(Map<String, String> notes) {
        Map<String, RiskReport> told = new HashMap<>();
        notes.forEach((name, note) -> {
            if (name.startsWith(NOTE)) {
                RiskReport.of(note).ifPresent(report -> told.put(name, report));
            }
        });
        return told;
    }

    /** Takes a report in; nothing if there is no such session. */
    public static Optional<RiskTaken> take(
            KeycloakSession keycloak, RealmModel realm, String sessionId, RiskReport report) {
        return new RealmSessions(keycloak, realm)
                .both(sessionId)
                .map(session -> take(session, report))
                .reduce((one, other) -> one instanceof RiskTaken.Stored ? one : other);
    }

    private static RiskTaken take(UserSessionModel session, RiskReport report) {
        Optional<RiskReport> known = of(session);
        if (known.isPresent() && !report.replaces(known.get())) {
            return new RiskTaken.Ignored(known.get());
        }
        told(session.getNotes()).forEach((name, before) -> {
            if (report.replaces(before)) {
                session.removeNote(name);
            }
        });
        session.setNote(NOTE + report.asNote().replace(' ', '.'), report.asNote());
        return new RiskTaken.Stored();
    }
}
