package dev.contactcenter.endpoints.reactions;

import dev.contactcenter.endpoints.events.ReceivedSet;
import dev.contactcenter.endpoints.events.SecurityEvent.DeviceComplianceChange.Compliance;
import dev.contactcenter.endpoints.events.SecurityEvent.RiskLevelChange.Principal;
import dev.contactcenter.endpoints.reactions.Effect.Outcome;
import dev.contactcenter.endpoints.streams.EventStream;
import dev.contactcenter.endpoints.subjects.Concerned;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.DeviceRegistry;
import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.kit.risk.RiskLevel;
import dev.contactcenter.kit.risk.RiskReport;
import dev.contactcenter.kit.risk.RiskStore;
import dev.contactcenter.kit.risk.RiskTaken;
import dev.contactcenter.kit.risk.SessionRisk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Makes signals of what events tell. An older word never takes the place of a newer one. */
final class Signalled {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventStream stream;

    Signalled(KeycloakSession session, RealmModel realm, EventStream stream) {
        this.session = session;
        this.realm = realm;
        this.stream = stream;
    }

    /** Tells the registry what a device is now. */
    Outcome compliance(Concerned.Known known, Compliance current, ReceivedSet set) {
        if (known.device().isEmpty()) {
            return Outcome.NOTED;
        }
        String word = current == Compliance.COMPLIANT ? "compliant" : "noncompliant";
        var posture = new Observation(Map.of(Attribute.DEVICE_ID, known.device(), Attribute.DEVICE_COMPLIANCE, word));
        var device = new Device(known.device(), "", posture, "", set.occurredAt(), Reporter.events(stream.origin()));
        DeviceRegistry registry = session.getProvider(DeviceRegistry.class);
        return switch (registry.store(realm, List.of(device)).getFirst()) {
            case STORED -> Outcome.DONE;
            case OUTDATED -> Outcome.OUTDATED;
            case KEPT_BY_HAND -> Outcome.NOTED;
        };
    }

    /** Takes a risk over: of an account in the store of risks, of a session in it, of a device in the sessions on it. */
    Outcome risk(
            Concerned.Known known,
            Principal principal,
            RiskLevel level,
            ReceivedSet set,
            List<UserSessionModel> sessions) {
        var report = new RiskReport(level, set.occurredAt());
        return switch (principal) {
            case USER ->
                Optional.ofNullable(session.users().getUserById(realm, known.userId()))
                        .map(user -> account(user, report))
                        .orElse(Outcome.NOTED);
            case SESSION, DEVICE ->
                sessions.stream()
                        .map(UserSessionModel::getId)
                        .distinct()
                        .flatMap(id -> SessionRisk.take(session, realm, id, report).stream())
                        .map(taken -> outcome(taken, report))
                        .reduce((one, other) -> one == Outcome.DONE ? one : other)
                        .orElse(Outcome.NOTED);
            case OTHER -> Outcome.NOTED;
        };
    }

    private Outcome account(UserModel user, RiskReport report) {
        return outcome(session.getProvider(RiskStore.class).take(realm, user, report), report);
    }

    private static Outcome outcome(RiskTaken taken, RiskReport report) {
        return switch (taken) {
            case RiskTaken.Stored ignored -> Outcome.DONE;
            // The store keeps it on its own: if what follows failed afterwards, the event comes again, and is what is
            // known.
            case RiskTaken.Ignored ignored -> ignored.known().equals(report) ? Outcome.DONE : Outcome.OUTDATED;
        };
    }
}
