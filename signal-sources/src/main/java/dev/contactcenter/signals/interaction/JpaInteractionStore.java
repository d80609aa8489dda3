package dev.contactcenter.signals.interaction;

import dev.contactcenter.kit.interaction.InteractionReport;
import dev.contactcenter.kit.interaction.InteractionStore;
import dev.contactcenter.kit.interaction.InteractionTaken;
import dev.contactcenter.signals.changes.ChangeNotes;
import dev.contactcenter.signals.changes.RememberedRows;
import dev.contactcenter.signals.changes.RememberedRows.Table;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Keeps what was told in Keycloak's database. One statement compares the sequences and writes, so that of two reports at the same moment
 * the later one stays, in whatever order they come.
 */
final class JpaInteractionStore implements InteractionStore {

    static final Table<InteractionEntity, Known> TABLE = new Table<>(
            "interaction",
            InteractionEntity.class,
            InteractionEntity.OF_SESSION,
            row -> row.realmId,
            row -> row.report().map(report -> new Known(row.userId, report)));

    private static final Logger LOG = Logger.getLogger(JpaInteractionStore.class);

    /** What is known, and of whom. */
    record Known(String userId, InteractionReport report) {}

    private final KeycloakSession session;
    private final RememberedRows<InteractionEntity, Known> rows;
    private final Duration forgetAfter;

    JpaInteractionStore(KeycloakSession session, RememberedRows<InteractionEntity, Known> rows, Duration forgetAfter) {
        this.session = session;
        this.rows = rows;
        this.forgetAfter = forgetAfter;
    }

    @Override
    public Optional<InteractionReport> find(
            RealmModel realm, String sessionId, String userId, Duration cacheFor, Duration patience) {
        return rows.find(session, realm, sessionId, cacheFor, patience)
                .filter(known -> known.userId().equals(userId))
                .map(Known::report);
    }

    @Override
    public InteractionTaken take(RealmModel realm, String sessionId, String userId, InteractionReport report) {
        if (!isThere(sessionId)) {
            makeRow(realm.getId(), sessionId, userId, report);
        }
        if (replaced(realm, sessionId, userId, report)) {
            ChangeNotes.noteAtTheEnd(session, List.of(TABLE.changed(sessionId)));
            return new InteractionTaken.Stored();
        }
        return new InteractionTaken.Ignored(known(realm, sessionId));
    }

    /** Locks nothing and loads no row: what is written to the row is another transaction's. */
    private boolean isThere(String sessionId) {
        return !entities(session)
                .createNamedQuery(InteractionEntity.IS_THERE, String.class)
                .setParameter("session", sessionId)
                .getResultList()
                .isEmpty();
    }

    /** Makes a row that can be locked, in a transaction of its own: of two that made it in theirs one would have to fail. */
    private void makeRow(String realmId, String sessionId, String userId, InteractionReport report) {
        try {
            KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> {
                var row = new InteractionEntity();
                row.sessionId = sessionId;
                row.realmId = realmId;
                row.userId = userId;
                row.keptUntil = keptUntil(report);
                entities(own).persist(row);
                entities(own).flush();
            });
        } catch (ModelDuplicateException atTheSameMoment) {
            LOG.debugf(atTheSameMoment, "Somebody else told the first state of session %s", sessionId);
        }
    }

    /** Whether the sequence was lower, or nothing was told yet, or it was told of somebody else. */
    private boolean replaced(RealmModel realm, String sessionId, String userId, InteractionReport report) {
        return entities(session)
                        .createNamedQuery(InteractionEntity.TELL)
                        .setParameter("session", sessionId)
                        .setParameter("realm", realm.getId())
                        .setParameter("user", userId)
                        .setParameter("sequence", report.sequence())
                        .setParameter("state", report.state().word())
                        .setParameter("interaction", report.id())
                        .setParameter("queue", report.queue())
                        .setParameter("customer", report.customer())
                        .setParameter("observedAt", report.observedAt().toEpochMilli())
                        .setParameter("expiresAt", report.expires().toEpochMilli())
                        .setParameter("keptUntil", keptUntil(report))
                        .executeUpdate()
                > 0;
    }

    /** What has a sequence at least as high, as it is now: not as it was when this transaction began, where that is what it sees. */
    private InteractionReport known(RealmModel realm, String sessionId) {
        return entities(session)
                .createNamedQuery(InteractionEntity.OF_SESSION, InteractionEntity.class)
                .setParameter("key", sessionId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .filter(row -> row.realmId.equals(realm.getId()))
                .findFirst()
                .flatMap(InteractionEntity::report)
                .orElseThrow(() -> new IllegalStateException(
                        "The state of session " + sessionId + " has gone while another was told"));
    }

    private long keptUntil(InteractionReport report) {
        return report.expires().plus(forgetAfter).toEpochMilli();
    }

    static void forgetRealm(KeycloakSession session, String realmId) {
        entities(session)
                .createNamedQuery(InteractionEntity.FORGET_REALM)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
