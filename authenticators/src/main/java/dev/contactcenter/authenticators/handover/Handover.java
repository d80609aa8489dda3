package dev.contactcenter.authenticators.handover;

import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.Order;
import dev.contactcenter.kit.revocation.Ordered;
import dev.contactcenter.kit.revocation.Revocations;
import dev.contactcenter.kit.revocation.Target;
import dev.contactcenter.kit.session.RealmSessions;
import dev.contactcenter.kit.signal.Notes;
import dev.contactcenter.kit.signal.SessionDevice;
import java.time.Instant;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Ends the sessions that other people have on a desk, in the transaction of whoever finds that they have it no longer. */
final class Handover {

    /** The reason that the person reads, and who orders it. */
    private static final String HANDOVER = "handover";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String device;

    Handover(KeycloakSession session, RealmModel realm, String device) {
        this.session = session;
        this.realm = realm;
        this.device = device;
    }

    /** To whoever has just signed in, from all others who are known to be there. */
    void to(Occupant taker) {
        new Desks(session).take(realm, device, taker);
        revocations().sessionsOn(realm, device).stream()
                .map(one -> new Occupant(one.session(), one.userId()))
                .filter(taker::isSomebodyElseThan)
                .filter(other -> isHere(other.session()))
                .forEach(other -> end(other, taker));
    }

    /** By the session's own word: a database may take the ids of two devices for the same that differ in case. */
    private boolean isHere(String id) {
        return new RealmSessions(session, realm)
                .both(id)
                .flatMap(found -> SessionDevice.of(new Notes.OfSession(found)).stream())
                .anyMatch(device::equals);
    }

    /**
     * From this one, if somebody else has taken the desk over since. Keycloak stores a new session a moment after the transaction in
     * which it began, so that whoever signed in within that moment could not see it.
     */
    void checkedBy(Occupant taker) {
        new Desks(session)
                .occupant(realm, device)
                .filter(taker::isSomebodyElseThan)
                .ifPresent(later -> end(taker, later));
    }

    private void end(Occupant ending, Occupant taker) {
        var order = new Order(
                HANDOVER + ":" + taker.session() + ":" + ending.session(),
                new Target.Session(ending.session()),
                new Cause(HANDOVER, HANDOVER, "the session " + taker.session() + " took over the device " + device));
        switch (revocations().order(realm, order)) {
            case Ordered.Taken ignored -> record(ending, taker);
            case Ordered.Known ignored -> {
                // Both found out, and one record tells it.
            }
            case Ordered.KeyInUse(String id) ->
                throw new IllegalStateException("The key of a handover names its session; the order " + id + " has it");
        }
    }

    private Revocations revocations() {
        Revocations found = session.getProvider(Revocations.class);
        if (found == null) {
            throw new IllegalStateException(
                    "Nothing ends a session because no provider for that is installed; is the whole JAR in providers/?");
        }
        return found;
    }

    private void record(Occupant ending, Occupant taker) {
        session.getProvider(DecisionRecorder.class)
                .record(
                        DecisionRecord.ofEvent(
                                DecisionRecord.HANDOVER,
                                Instant.ofEpochMilli(Time.currentTimeMillis()),
                                realm.getName(),
                                "ended",
                                HANDOVER,
                                new DecisionRecord.Actor(
                                        ending.userId(), name(ending.userId()), ending.session(), "", ""),
                                Map.of(
                                        "device", device,
                                        "to_session", taker.session(),
                                        "to_user_id", taker.userId(),
                                        "to_username", name(taker.userId()))),
                        Keep.WITH_REQUEST);
    }

    private String name(String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        return user == null ? "" : user.getUsername();
    }
}
