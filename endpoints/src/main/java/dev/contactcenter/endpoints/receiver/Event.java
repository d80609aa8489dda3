package dev.contactcenter.endpoints.receiver;

import dev.contactcenter.endpoints.events.ReceivedSet;
import dev.contactcenter.endpoints.events.SecurityEvent;
import dev.contactcenter.endpoints.reactions.Effect;
import dev.contactcenter.endpoints.reactions.Effects;
import dev.contactcenter.endpoints.reactions.Plan;
import dev.contactcenter.endpoints.streams.EventStream;
import dev.contactcenter.endpoints.subjects.Concerned;
import dev.contactcenter.endpoints.subjects.Subjects;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.record.RecordTime;
import dev.contactcenter.kit.session.RealmSessions;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Carries one event out and records it. */
final class Event {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventStream stream;
    private final Instant now;

    Event(KeycloakSession session, RealmModel realm, EventStream stream, Instant now) {
        this.session = session;
        this.realm = realm;
        this.stream = stream;
        this.now = now;
    }

    /** Gives what became of it. */
    String carryOut(ReceivedSet set, String key) {
        return switch (set.event()) {
            case SecurityEvent.Verification(String ignored, String state) -> {
                new StreamBook(session).verified(realm.getId(), stream.id(), state, now);
                yield record(set, "verified", "", Map.of(), NOBODY);
            }
            case SecurityEvent.StreamUpdated(String status) -> {
                new StreamBook(session).told(realm.getId(), stream.id(), status);
                yield record(set, "noted", "", Map.of("status", status), NOBODY);
            }
            case SecurityEvent.Unknown ignored -> record(set, "noted", "unknown_event", Map.of(), NOBODY);
            case SecurityEvent.SessionRevoked ignored -> react(set, key);
            case SecurityEvent.TokenClaimsChange ignored -> react(set, key);
            case SecurityEvent.CredentialChange ignored -> react(set, key);
            case SecurityEvent.AssuranceLevelChange ignored -> react(set, key);
            case SecurityEvent.DeviceComplianceChange ignored -> react(set, key);
            case SecurityEvent.RiskLevelChange ignored -> react(set, key);
        };
    }

    private static final Concerned.Known NOBODY = new Concerned.Known("", "", "");

    private String react(ReceivedSet set, String key) {
        Plan plan = Plan.of(set.event(), stream.reactions());
        return switch (new Subjects(session, realm, stream).find(set.subject(), plan.role())) {
            case Concerned.Unknown(Concerned.Why why) ->
                record(
                        set,
                        "no_subject",
                        why.name().toLowerCase(Locale.ROOT),
                        Map.of("action", plan.reaction().word()),
                        NOBODY);
            case Concerned.Known known -> {
                Effect effect = new Effects(session, realm, stream).carryOut(plan, set, known, key);
                yield record(
                        set,
                        effect.outcome().word(),
                        effect.reason(),
                        Map.of("action", effect.reaction(), "sessions", String.valueOf(effect.sessions())),
                        known);
            }
        };
    }

    private String record(
            ReceivedSet set, String outcome, String reason, Map<String, String> more, Concerned.Known known) {
        Map<String, String> about = new TreeMap<>(more);
        about.put("stream", stream.name());
        about.put("type", set.event().type());
        about.put("jti", set.id());
        about.put("subject", set.subject().format());
        about.put("occurred_at", RecordTime.of(set.occurredAt()));
        Optional.of(known.device()).filter(id -> !id.isEmpty()).ifPresent(id -> about.put("device", id));
        Optional.of(set.reason()).filter(told -> !told.isEmpty()).ifPresent(told -> about.put("detail", told));
        session.getProvider(DecisionRecorder.class)
                .record(
                        DecisionRecord.ofEvent(
                                DecisionRecord.SIGNAL, now, realm.getName(), outcome, reason, actor(known), about),
                        DecisionRecorder.Keep.WITH_REQUEST);
        return outcome;
    }

    private DecisionRecord.Actor actor(Concerned.Known known) {
        String userId = known.userId().isEmpty() ? personOf(known.session()) : known.userId();
        String name = Optional.ofNullable(
                        userId.isEmpty() ? null : session.users().getUserById(realm, userId))
                .map(UserModel::getUsername)
                .orElse("");
        return new DecisionRecord.Actor(userId, name, known.session(), "", "");
    }

    private String personOf(String sessionId) {
        return sessionId.isEmpty()
                ? ""
                : new RealmSessions(session, realm)
                        .first(sessionId)
                        .map(UserSessionModel::getUser)
                        .map(UserModel::getId)
                        .orElse("");
    }
}
