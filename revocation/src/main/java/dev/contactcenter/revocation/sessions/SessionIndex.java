package dev.contactcenter.revocation.sessions;

import dev.contactcenter.kit.revocation.SessionOnDevice;
import dev.contactcenter.kit.session.RealmSessions;
import dev.contactcenter.kit.signal.Notes;
import dev.contactcenter.kit.signal.SessionDevice;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/** Which sessions are on which device. Keycloak keeps that in notes of the sessions, by which none can be found. */
public final class SessionIndex {

    private static final String INDEXED = "contact-center.session.indexed";
    private static final int ROWS = 500;

    private final KeycloakSession session;
    private final EntityManager entities;

    public SessionIndex(KeycloakSession session) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Enters a session that somebody just signed in to, if it is on a device. A note in it says that it is entered. */
    public void enter(RealmModel realm, UserSessionModel signedIn, Instant now) {
        SessionDevice.of(new Notes.OfSession(signedIn)).ifPresent(device -> {
            if (!device.equals(signedIn.getNote(INDEXED))) {
                SessionIndexEntity entry = new SessionIndexEntity();
                entry.sessionId = signedIn.getId();
                entry.realmId = realm.getId();
                entry.deviceId = device;
                entry.userId = signedIn.getUser().getId();
                entry.begunAt = now.toEpochMilli();
                entities.merge(entry);
                signedIn.setNote(INDEXED, device);
            }
        });
    }

    /** The sessions on a device, online and offline, that go on. */
    public List<SessionOnDevice> on(RealmModel realm, String device) {
        return entities.createNamedQuery(SessionIndexEntity.ON_DEVICE, SessionIndexEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("device", device)
                .getResultStream()
                .filter(entry -> goesOn(realm, entry.sessionId))
                .map(entry -> new SessionOnDevice(entry.sessionId, entry.userId))
                .toList();
    }

    private boolean goesOn(RealmModel realm, String id) {
        return new RealmSessions(session, realm).first(id).isPresent();
    }

    /** Forgets a session that ended. */
    public void forget(String sessionId) {
        entities.createNamedQuery(SessionIndexEntity.FORGET)
                .setParameter("session", sessionId)
                .executeUpdate();
    }

    /** Forgets the sessions of a realm that is removed. */
    public void forgetRealm(String realmId) {
        entities.createNamedQuery(SessionIndexEntity.FORGET_REALM)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    /** Forgets some of those sessions that began before a moment and ended without a word, as idle ones do. */
    public void forgetEnded(Instant before, Instant now) {
        entities.createNamedQuery(SessionIndexEntity.BEGUN_BEFORE, SessionIndexEntity.class)
                .setParameter("moment", before.toEpochMilli())
                .setMaxResults(ROWS)
                .getResultList()
                .forEach(entry -> {
                    RealmModel realm = session.realms().getRealm(entry.realmId);
                    if (realm == null || !goesOn(realm, entry.sessionId)) {
                        entities.remove(entry);
                    } else {
                        entry.begunAt = now.toEpochMilli();
                    }
                });
    }
}
