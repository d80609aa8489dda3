package dev.contactcenter.listeners.chain;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** How the sinks of realms are doing, and which of them are to be supplied. */
public final class SinkBook {

    private static final int AT_ONCE = 50;
    private static final int LONGEST = 255;

    private final EntityManager entities;

    public SinkBook(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** How one sink is doing; what never happened is not there. */
    public record Standing(
            long delivered,
            Optional<Instant> deliveredAt,
            int failures,
            Optional<String> lastError,
            Optional<Instant> lastErrorAt,
            long lost) {}

    /** Of a sink that nobody wrote of yet, that nothing ever happened. */
    public Standing standing(String sinkId) {
        SinkEntity row =
                Optional.ofNullable(entities.find(SinkEntity.class, sinkId)).orElseGet(SinkEntity::new);
        return new Standing(
                row.delivered,
                Optional.ofNullable(row.deliveredAt).map(Instant::ofEpochMilli),
                row.failures,
                Optional.ofNullable(row.lastError),
                Optional.ofNullable(row.lastErrorAt).map(Instant::ofEpochMilli),
                row.lost);
    }

    /** Ids of sinks for which something waits and whose time has come. */
    public List<String> due(Instant now) {
        return entities.createNamedQuery(SinkEntity.DUE, String.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /** Ids of the realms that have one. */
    public List<String> realms() {
        return entities.createQuery("select distinct s.realmId from SinkEntity s", String.class)
                .getResultList();
    }

    /** Has a sink for this server alone for a while; the id of its realm, or nothing if another server has it. */
    public Optional<String> claim(String sinkId, Instant now, Instant until) {
        int claimed = entities.createNamedQuery(SinkEntity.CLAIM)
                .setParameter("id", sinkId)
                .setParameter("now", now.toEpochMilli())
                .setParameter("until", until.toEpochMilli())
                .executeUpdate();
        return claimed == 0
                ? Optional.empty()
                : Optional.ofNullable(entities.find(SinkEntity.class, sinkId)).map(row -> row.realmId);
    }

    /** Goes on having a sink for this server alone, or gives it back. */
    public void until(String sinkId, Instant until) {
        Optional.ofNullable(entities.find(SinkEntity.class, sinkId))
                .ifPresent(row -> row.nextAttemptAt = until.toEpochMilli());
    }

    /** It took lines. */
    public void delivered(String sinkId, int lines, Instant now) {
        Optional.ofNullable(entities.find(SinkEntity.class, sinkId)).ifPresent(row -> {
            row.delivered += lines;
            row.deliveredAt = now.toEpochMilli();
            row.failures = 0;
        });
    }

    /**
     * It took none.
     *
     * @return how often it has not, one after the other
     */
    public int failed(String sinkId, String error, Instant now) {
        return Optional.ofNullable(entities.find(SinkEntity.class, sinkId))
                .map(row -> {
                    row.failures++;
                    row.lastError = error.substring(0, Math.min(error.length(), LONGEST));
                    row.lastErrorAt = now.toEpochMilli();
                    return row.failures;
                })
                .orElse(0);
    }

    /** Records of it were given up. */
    public void lost(String sinkId, long records) {
        Optional.ofNullable(entities.find(SinkEntity.class, sinkId)).ifPresent(row -> row.lost += records);
    }

    /** It was configured just now: records go to it from now on, and what waits does not wait any longer. */
    public void configured(String realmId, String sinkId) {
        SinkEntity known = entities.find(SinkEntity.class, sinkId);
        if (known == null) {
            SinkEntity row = new SinkEntity();
            row.id = sinkId;
            row.realmId = realmId;
            entities.persist(row);
        } else {
            known.nextAttemptAt = 0;
        }
    }

    /** It is no more. */
    public void removed(KeycloakSession session, String sinkId) {
        new Batches(session).inherit(sinkId);
        Optional.ofNullable(entities.find(SinkEntity.class, sinkId)).ifPresent(entities::remove);
    }

    /**
     * Finds sinks that came or went with a realm.
     *
     * @param providers the kinds of components that configure one
     */
    public void reconcile(KeycloakSession session, Collection<String> providers) {
        entities.createNamedQuery(SinkEntity.CONFIGURED, Object[].class)
                .setParameter("providers", providers)
                .getResultList()
                .forEach(component -> configured((String) component[1], (String) component[0]));
        entities.createNamedQuery(SinkEntity.GONE, String.class)
                .getResultList()
                .forEach(sink -> removed(session, sink));
    }
}
