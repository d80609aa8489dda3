package dev.contactcenter.revocation.sessions;

import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.DenylistEntry.Kind;
import dev.contactcenter.kit.session.EndedSessions;
import dev.contactcenter.kit.session.RealmSessions;
import dev.contactcenter.kit.signal.Notes;
import dev.contactcenter.kit.signal.SessionDevice;
import dev.contactcenter.revocation.caep.SessionRevoked;
import dev.contactcenter.revocation.denylist.Denylist;
import dev.contactcenter.revocation.denylist.Denylist.Denied;
import dev.contactcenter.revocation.denylist.Denylist.Entered;
import dev.contactcenter.revocation.logout.LogoutNotices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Ends one session, online and offline, in one transaction with everything that tells of it. */
public final class SessionEnd {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());

    /** @param session one whose context has the realm */
    public SessionEnd(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** What became of it. */
    public enum Outcome {
        ENDED,
        /** There is no such session, or that it ended was told before. */
        GONE
    }

    /**
     * Ends the session with this id.
     *
     * @param order id of the order that this is for; empty for none
     */
    public Outcome end(String id, Cause cause, String order) {
        List<UserSessionModel> both = new RealmSessions(session, realm).both(id).toList();
        if (both.isEmpty()) {
            return Outcome.GONE;
        }
        Denied denied = new Denied(
                Kind.SID,
                id,
                cause,
                now,
                Optional.of(TokenLife.latestEnd(session, realm, now)),
                now.plusSeconds(realm.getSsoSessionMaxLifespan()));
        return switch (new Denylist(session, realm.getId()).enterOnce(denied)) {
            case Entered.Known ignored -> {
                // It was told before. What is still, or again, there of it goes all the same.
                removeAll(both, id);
                yield Outcome.GONE;
            }
            case Entered.New ignored -> {
                tell(both.getFirst(), cause, order);
                removeAll(both, id);
                yield Outcome.ENDED;
            }
        };
    }

    private void tell(UserSessionModel ending, Cause cause, String order) {
        session.getProvider(DecisionRecorder.class).record(record(ending, cause, order), Keep.WITH_REQUEST);
        new EventBuilder(realm, session)
                .event(EventType.USER_SESSION_DELETED)
                .user(ending.getUser())
                .session(ending)
                .detail(Details.REASON, cause.reason())
                .detail("contact_center_origin", cause.origin())
                .success();
        new SessionRevoked(session, realm).tell(ending.getUser(), ending.getId(), cause);
    }

    private DecisionRecord record(UserSessionModel ending, Cause cause, String order) {
        Map<String, String> about = new TreeMap<>(Map.of("origin", cause.origin()));
        SessionDevice.of(new Notes.OfSession(ending)).ifPresent(device -> about.put("device", device));
        if (!cause.detail().isEmpty()) {
            about.put("detail", cause.detail());
        }
        if (!order.isEmpty()) {
            about.put("order", order);
        }
        UserModel user = ending.getUser();
        return DecisionRecord.ofEvent(
                DecisionRecord.SESSION_ENDED,
                now,
                realm.getName(),
                "ended",
                cause.reason(),
                new DecisionRecord.Actor(
                        user.getId(),
                        user.getUsername(),
                        ending.getId(),
                        "",
                        ending.getIpAddress() == null ? "" : ending.getIpAddress()),
                about);
    }

    private void removeAll(List<UserSessionModel> ending, String id) {
        EndedSessions.remember(session, id, Duration.ofSeconds(longest(ending)));
        ending.forEach(this::remove);
        new SessionIndex(session).forget(id);
    }

    /** In seconds, how long Keycloak may keep one of them. */
    private long longest(List<UserSessionModel> ending) {
        int online = Math.max(realm.getSsoSessionMaxLifespan(), realm.getSsoSessionMaxLifespanRememberMe());
        return ending.stream().anyMatch(UserSessionModel::isOffline)
                ? Math.max(online, realm.getOfflineSessionIdleTimeout())
                : online;
    }

    private void remove(UserSessionModel ending) {
        new LogoutNotices(session).keep(realm, ending);
        if (ending.isOffline()) {
            session.sessions().removeOfflineUserSession(realm, ending);
        } else {
            session.sessions().removeUserSession(realm, ending);
        }
    }
}
