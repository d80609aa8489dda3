package dev.contactcenter.signals.interaction;

import dev.contactcenter.kit.session.RealmSessions;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Forgets what was told of sessions that have ended. Keycloak says of many, and of idle ones never, that they end. What is told of one that
 * goes on stays, however long ago it expired: its sequence still tells what comes too late.
 *
 * <p>The simple name of this class is the key of the cluster-wide lock, therefore it must stay unique in the server.
 */
final class ContactCenterInteractionsForgotten implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(ContactCenterInteractionsForgotten.class);

    private static final int ROWS = 500;

    // All scheduled tasks of the server share one thread: the rest waits for the next run.
    private static final Duration A_RUN = Duration.ofSeconds(30);

    private final Duration after;

    /** @param after so long after what was told of a session expired, and after the session was found, it is looked for */
    ContactCenterInteractionsForgotten(Duration after) {
        this.after = after;
    }

    private record Row(String sessionId, String realmId) {}

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        // Each row by itself: whoever tells of one waits for no other, and one that cannot be looked for keeps no
        // other.
        long end = System.nanoTime() + A_RUN.toNanos();
        List<Row> rows;
        do {
            rows = KeycloakModelUtils.runJobInTransactionWithResult(factory, ContactCenterInteractionsForgotten::due);
            rows.forEach(row -> look(factory, row));
        } while (rows.size() == ROWS && System.nanoTime() < end);
    }

    private static List<Row> due(KeycloakSession session) {
        return entities(session)
                .createNamedQuery(InteractionEntity.KEPT_LONG_ENOUGH, Object[].class)
                .setParameter("now", Time.currentTimeMillis())
                .setMaxResults(ROWS)
                .getResultList()
                .stream()
                .map(columns -> new Row((String) columns[0], (String) columns[1]))
                .toList();
    }

    private void look(KeycloakSessionFactory factory, Row row) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                if (goesOn(session, row)) {
                    keep(session, row);
                } else {
                    entities(session)
                            .createNamedQuery(InteractionEntity.FORGET)
                            .setParameter("session", row.sessionId())
                            .executeUpdate();
                }
            });
        } catch (RuntimeException notFound) {
            LOG.warnf("Session %s cannot be looked for; what was told of it is kept: %s", row.sessionId(), notFound);
            KeycloakModelUtils.runJobInTransaction(factory, session -> keep(session, row));
        }
    }

    /** Only until when: what is told at the same moment stays. */
    private void keep(KeycloakSession session, Row row) {
        entities(session)
                .createNamedQuery(InteractionEntity.KEEP)
                .setParameter("session", row.sessionId())
                .setParameter("until", Time.currentTimeMillis() + after.toMillis())
                .executeUpdate();
    }

    private static boolean goesOn(KeycloakSession session, Row row) {
        RealmModel realm = session.realms().getRealm(row.realmId());
        if (realm == null) {
            return false;
        }
        // Keycloak looks up the session's user, too, and asks the context for the realm.
        session.getContext().setRealm(realm);
        return new RealmSessions(session, realm).first(row.sessionId()).isPresent();
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
