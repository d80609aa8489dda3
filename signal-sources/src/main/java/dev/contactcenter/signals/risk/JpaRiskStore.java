package dev.contactcenter.signals.risk;

import dev.contactcenter.kit.risk.RiskLevel;
import dev.contactcenter.kit.risk.RiskReport;
import dev.contactcenter.kit.risk.RiskStore;
import dev.contactcenter.kit.risk.RiskTaken;
import dev.contactcenter.signals.bounded.BoundedWork;
import dev.contactcenter.signals.bounded.PlainReads;
import dev.contactcenter.signals.changes.ChangeEntityProviderFactory;
import dev.contactcenter.signals.changes.ChangeNotes;
import dev.contactcenter.signals.changes.Changed;
import dev.contactcenter.signals.changes.Changes;
import dev.contactcenter.signals.changes.Memory;
import dev.contactcenter.signals.changes.Memory.Kept;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Keeps risks in Keycloak's database, in transactions of their own: what fails here fails nobody's sign-in. */
final class JpaRiskStore implements RiskStore {

    private final KeycloakSessionFactory factory;
    private final PlainReads database;
    private final BoundedWork work;
    private final Memory<String, Optional<RiskReport>> memory;

    JpaRiskStore(
            KeycloakSessionFactory factory,
            PlainReads database,
            BoundedWork work,
            Memory<String, Optional<RiskReport>> memory) {
        this.factory = factory;
        this.database = database;
        this.work = work;
        this.memory = memory;
    }

    @Override
    public Optional<RiskReport> find(RealmModel realm, String userId, Duration cacheFor, Duration patience) {
        Changes changes = ChangeEntityProviderFactory.of(factory).changes();
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        Optional<Kept<Optional<RiskReport>>> known = memory.get(userId);
        if (known.isPresent()
                && known.get().isFresh(now, cacheFor, changes, changed(userId), Changed.realm(realm.getId()))) {
            return known.get().value();
        }
        long position = changes.now();
        Optional<RiskReport> told = find(realm.getId(), userId, patience);
        memory.put(userId, new Kept<>(told, now, position));
        return told;
    }

    /** As what it is told to have changed: Keycloak's ids of users are unique in all realms. */
    private static Changed changed(String userId) {
        return Changed.of("risk", userId);
    }

    private Optional<RiskReport> find(String realmId, String userId, Duration patience) {
        try {
            return work.within(
                    patience,
                    () -> database.find(RiskEntity.class, RiskEntity.OF_USER, Map.of("user", userId), patience).stream()
                            .filter(kept -> kept.realmId.equals(realmId))
                            .findFirst()
                            .flatMap(JpaRiskStore::told));
        } catch (TimeoutException late) {
            throw new IllegalStateException(
                    "The database did not tell the risk of an account within " + patience, late);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The database failed to tell the risk of an account", failed);
        }
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
        RiskTaken taken = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, own -> take(entities(own), realmId, userId, report));
        ChangeEntityProviderFactory.of(factory).hearNow();
        return taken;
    }

    private static RiskTaken take(EntityManager entities, String realmId, String userId, RiskReport report) {
        RiskEntity kept = entities.find(RiskEntity.class, userId, LockModeType.PESSIMISTIC_WRITE);
        Optional<RiskReport> known = kept == null ? Optional.empty() : told(kept);
        if (known.isPresent() && !report.replaces(known.get())) {
            return new RiskTaken.Ignored(known.get());
        }
        write(entities, kept, realmId, userId, report);
        ChangeNotes.note(entities, List.of(changed(userId)));
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
        ChangeNotes.noteAtTheEnd(session, List.of(changed(userId)));
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
