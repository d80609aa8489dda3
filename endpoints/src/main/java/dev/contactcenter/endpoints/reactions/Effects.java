package dev.contactcenter.endpoints.reactions;

import dev.contactcenter.endpoints.events.ReceivedSet;
import dev.contactcenter.endpoints.events.SecurityEvent;
import dev.contactcenter.endpoints.reactions.Effect.Outcome;
import dev.contactcenter.endpoints.streams.EventStream;
import dev.contactcenter.endpoints.streams.Reaction;
import dev.contactcenter.endpoints.subjects.Concerned;
import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.Order;
import dev.contactcenter.kit.revocation.Revocations;
import dev.contactcenter.kit.revocation.Target;
import dev.contactcenter.kit.session.ProvenLevels;
import dev.contactcenter.kit.session.Restriction;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/** Carries plans out, in the transaction of the session that it is given. */
public final class Effects {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventStream stream;
    private final Signalled signalled;

    /** @param session one whose context has the realm */
    public Effects(KeycloakSession session, RealmModel realm, EventStream stream) {
        this.session = session;
        this.realm = realm;
        this.stream = stream;
        this.signalled = new Signalled(session, realm, stream);
    }

    /**
     * Carries a plan out.
     *
     * @param key what tells this event from all others of the realm
     */
    public Effect carryOut(Plan plan, ReceivedSet set, Concerned.Known known, String key) {
        if (plan.reaction() == Reaction.NOTE) {
            return new Effect(plan.reaction().word(), Outcome.NOTED, "", 0);
        }
        List<UserSessionModel> sessions = new SessionsConcerned(session, realm).of(known);
        Outcome told = told(set, known, sessions);
        if (told == Outcome.OUTDATED) {
            // What is known by now is newer, whatever it says.
            return new Effect(plan.reaction().word(), told, "", 0);
        }
        return switch (plan.reaction()) {
            case END_SESSIONS -> end(plan, set, known, sessions, key);
            case DOWNSCOPE -> each(plan, sessions, Restriction.PRIVILEGED::put);
            case STEP_UP -> each(plan, sessions, one -> ProvenLevels.forget(one, now()));
            case SIGNAL, NOTE -> new Effect(plan.reaction().word(), told, plan.reason(), sessions.size());
        };
    }

    /** What the event tells of a device or a risk; that of others is nothing. */
    private Outcome told(ReceivedSet set, Concerned.Known known, List<UserSessionModel> sessions) {
        return switch (set.event()) {
            case SecurityEvent.DeviceComplianceChange change -> signalled.compliance(known, change.current(), set);
            case SecurityEvent.RiskLevelChange change ->
                signalled.risk(known, change.principal(), change.current(), set, sessions);
            case SecurityEvent.SessionRevoked ignored -> Outcome.NOTED;
            case SecurityEvent.TokenClaimsChange ignored -> Outcome.NOTED;
            case SecurityEvent.CredentialChange ignored -> Outcome.NOTED;
            case SecurityEvent.AssuranceLevelChange ignored -> Outcome.NOTED;
            case SecurityEvent.Verification ignored -> Outcome.NOTED;
            case SecurityEvent.StreamUpdated ignored -> Outcome.NOTED;
            case SecurityEvent.Unknown ignored -> Outcome.NOTED;
        };
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    private static Effect each(Plan plan, List<UserSessionModel> sessions, Consumer<UserSessionModel> change) {
        sessions.forEach(change);
        return new Effect(
                plan.reaction().word(),
                sessions.isEmpty() ? Outcome.NOTED : Outcome.DONE,
                plan.reason(),
                sessions.size());
    }

    /** Of a whole person also what begins at this very moment, so that the order is for the person and not for what is found. */
    private Effect end(Plan plan, ReceivedSet set, Concerned.Known known, List<UserSessionModel> sessions, String key) {
        boolean wholePerson = known.session().isEmpty() && known.device().isEmpty();
        List<Target> targets = wholePerson
                ? List.of(new Target.Person(known.userId()))
                : sessions.stream()
                        .map(UserSessionModel::getId)
                        .distinct()
                        .<Target>map(Target.Session::new)
                        .toList();
        var cause = new Cause(plan.reason(), stream.origin(), set.reason());
        targets.forEach(target -> session.getProvider(Revocations.class)
                .order(realm, new Order(key + ":" + subject(target), target, cause)));
        return new Effect(
                plan.reaction().word(),
                targets.isEmpty() ? Outcome.NOTED : Outcome.DONE,
                plan.reason(),
                sessions.size());
    }

    /** Part of the key, so that an event that is taken once more is the same orders, in whichever order sessions are found then. */
    private static String subject(Target target) {
        return switch (target) {
            case Target.Device(String id) -> id;
            case Target.Person(String userId) -> userId;
            case Target.Session(String id) -> id;
            case Target.Passkey(String credentialId) -> credentialId;
            case Target.Token(String id, Instant ignored) -> id;
        };
    }
}
