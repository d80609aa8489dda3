package dev.contactcenter.authenticators.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.HexFormat;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Who took which desk over last, in the transaction of a request. */
final class Desks {

    private static final Logger LOG = Logger.getLogger(Desks.class);

    private final KeycloakSession session;
    private final EntityManager entities;

    Desks(KeycloakSession session) {
        this.session = session;
        this.entities = entities(session);
    }

    /** Takes a desk over. From here until this is committed nobody else does. */
    void take(RealmModel realm, String device, Occupant taker) {
        String key = key(realm, device);
        DeskEntity desk = locked(key);
        if (desk == null) {
            add(realm, key, taker);
            desk = locked(key);
        }
        if (desk == null) {
            throw new IllegalStateException("There is a row for the desk because it was just added");
        }
        desk.userId = taker.userId();
        desk.sessionId = taker.session();
        entities.flush();
    }

    private @Nullable DeskEntity locked(String key) {
        return entities.find(DeskEntity.class, key, LockModeType.PESSIMISTIC_WRITE);
    }

    /** In a transaction of its own: somebody else may add the same row, and that must not end the sign-in. */
    private void add(RealmModel realm, String key, Occupant taker) {
        String realmId = realm.getId();
        try {
            KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> {
                var desk = new DeskEntity();
                desk.key = key;
                desk.realmId = realmId;
                desk.userId = taker.userId();
                desk.sessionId = taker.session();
                entities(own).persist(desk);
                entities(own).flush();
            });
        } catch (PersistenceException | ModelDuplicateException atTheSameMoment) {
            LOG.debugf(atTheSameMoment, "A desk was taken over by two people at its first time");
        }
    }

    /** Who took it over last. */
    Optional<Occupant> occupant(RealmModel realm, String device) {
        return Optional.ofNullable(entities.find(DeskEntity.class, key(realm, device)))
                .map(desk -> new Occupant(desk.sessionId, desk.userId));
    }

    /** Forgets the desks of a user who is removed. */
    void forgetUser(String userId) {
        entities.createNamedQuery(DeskEntity.FORGET_USER)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Forgets the desks of a realm that is removed. */
    void forgetRealm(String realmId) {
        entities.createNamedQuery(DeskEntity.FORGET_REALM)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private static String key(RealmModel realm, String device) {
        byte[] text = (realm.getId() + "\n" + device).getBytes(UTF_8);
        return HexFormat.of().formatHex(HashUtils.hash(JavaAlgorithm.SHA256, text));
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
