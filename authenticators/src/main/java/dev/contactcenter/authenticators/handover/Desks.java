package dev.contactcenter.authenticators.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** One after the other: of two people who take over a desk at the same moment, the second sees the session of the first. */
final class Desks {

    private static final Logger LOG = Logger.getLogger(Desks.class);

    private final KeycloakSession session;

    private Desks(KeycloakSession session) {
        this.session = session;
    }

    static Desks of(KeycloakSession session) {
        return new Desks(session);
    }

    /** Waits until nobody else takes this desk over; from then on nobody else does until the request is committed. */
    void lock(RealmModel realm, String device) {
        String key = key(realm, device);
        if (!isLocked(key)) {
            add(realm, key);
            if (!isLocked(key)) {
                throw new IllegalStateException("There is a row for the desk because it was just added");
            }
        }
    }

    private boolean isLocked(String key) {
        return entities(session).find(DeskEntity.class, key, LockModeType.PESSIMISTIC_WRITE) != null;
    }

    /** In a transaction of its own: somebody else may add the same row, and that must not end the sign-in. */
    private void add(RealmModel realm, String key) {
        String realmId = realm.getId();
        try {
            KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> {
                var desk = new DeskEntity();
                desk.key = key;
                desk.realmId = realmId;
                entities(own).persist(desk);
                entities(own).flush();
            });
        } catch (PersistenceException | ModelDuplicateException atTheSameMoment) {
            LOG.debugf(atTheSameMoment, "A desk was taken over by two people at its first time");
        }
    }

    /** Forgets the desks of a realm that is removed. */
    static void forgetRealm(KeycloakSession session, String realmId) {
        entities(session)
                .createNamedQuery("contactCenterForgetDesksOfRealm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private static String key(RealmModel realm, String device) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((realm.getId() + "\n" + device).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, because this is not a Java platform", e);
        }
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
