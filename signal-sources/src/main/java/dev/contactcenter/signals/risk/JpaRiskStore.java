package dev.contactcenter.signals.risk;

import dev.contactcenter.kit.risk.RiskLevel;
import dev.contactcenter.kit.risk.RiskReport;
import dev.contactcenter.kit.risk.RiskStore;
import dev.contactcenter.kit.risk.RiskTaken;
import dev.contactcenter.signals.changes.ChangeEntityProviderFactory;
import dev.contactcenter.signals.changes.ChangeNotes;
import dev.contactcenter.signals.changes.RememberedRows;
import dev.contactcenter.signals.changes.RememberedRows.Table;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Keeps risks in Keycloak's database, in transactions of their own: what fails here fails nobody's sign-in. */
final class JpaRiskStore implements RiskStore {

    /** By the account's id: Keycloak's are unique in all realms. */
    static final Table<RiskEntity, RiskReport> TABLE =
            new Table<>("risk", RiskEntity.class, RiskEntity.OF_USER, row -> row.realmId, JpaRiskStore::told);

    private final KeycloakSession session;
    private final RememberedRows<RiskEntity, RiskReport> rows;

    JpaRiskStore(KeycloakSession session, RememberedRows<RiskEntity, RiskReport> rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public Optional<RiskReport> find(RealmModel realm, String userId, Duration cacheFor, Duration patience) {
        return rows.find(session, realm, userId, cacheFor, patience);
    }

    private static Optional<RiskReport> told(RiskEntity kept) {
        return RiskLevel.of(kept.level).map(level -> new RiskReport(level, Instant.ofEpochMilli(kept.observedAt)));
    }

    @Override
    public RiskTaken take(RealmModel realm, UserModel user, RiskReport report) {
        String realmId = realm.getId();
        String userId = user.getId();
        try {
            return takeOnce(realmId, userId, report);
        } catch (PersistenceException | ModelDuplicateException atTheSameMoment) {
            // Somebody else told the first level of this account; now there is a row to lock.
            return takeOnce(realmId, userId, report);
        }
    }

    private RiskTaken takeOnce(String realmId, String userId, RiskReport report) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        RiskTaken taken = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, own -> take(entities(own), realmId, userId, report));
        ChangeEntityProviderFactory.of(factory).changes().stored(List.of(TABLE.changed(userId)));
        return taken;
    }

    private static RiskTaken take(EntityManager entities, String realmId, String userId, RiskReport report) {
        RiskEntity kept = entities.find(RiskEntity.class, userId, LockModeType.PESSIMISTIC_WRITE);
        Optional<RiskReport> known = kept == null ? Optional.empty() : told(kept);
        if (known.isPresent() && !report.replaces(known.get())) {
            return new RiskTaken.Ignored(known.get());
        }
        write(entities, kept, realmId, userId, report);
        ChangeNotes.note(entities, List.of(TABLE.changed(userId)));
        return new RiskTaken.Stored();
    }

    private static void write(
            EntityManager entities, @Nullable RiskEntity kept, String realmId, String userId, RiskReport report) {
        RiskEntity row = kept == null ? new RiskEntity() : kept;
        row.userId = userId;
        row.realmId = realmId;
        row.level = report.level().word();
        row.observedAt = report.observedAt().toEpochMilli();
        if (kept == null) {
            entities.persist(row);
            entities.flush();
        }
    }

    static void forgetUser(KeycloakSession session, String userId) {
        entities(session)
                .createNamedQuery("contactCenterRiskForgetUser")
                .setParameter("user", userId)
                .executeUpdate();
        ChangeNotes.noteAtTheEnd(session, List.of(TABLE.changed(userId)));
    }

    static void forgetRealm(KeycloakSession session, String realmId) {
        entities(session)
                .createNamedQuery("contactCenterRiskForgetRealm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
