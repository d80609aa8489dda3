package dev.contactcenter.listeners.chain;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
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

    /** Ids of all there are. */
    public List<String> sinks() {
        return entities.createQuery("select s.id from SinkEntity s", String.class)
                .getResultList();
    }

    /** Ids of the realms that have one. */
    public List<String> realms() {
        return entities.createQuery("select distinct s.realmId from SinkEntity s", String.class)
                .getResultList();
    }

    /**
     * What a server has a sink by.
     *
     * @param number larger than that of every claim before
     */
    public record Claim(String sinkId, String realmId, long number) {}

    /** Has a sink for this server alone for a while; nothing if another server has it, or it rests. */
    public Optional<Claim> claim(String sinkId, Instant now, Instant until) {
        int claimed = entities.createNamedQuery(SinkEntity.CLAIM)
                .setParameter("id", sinkId)
                .setParameter("now", now.toEpochMilli())
                .setParameter("until", until.toEpochMilli())
                .executeUpdate();
        return claimed == 0
                ? Optional.empty()
                : Optional.ofNullable(entities.find(SinkEntity.class, sinkId))
                        .map(row -> new Claim(sinkId, row.realmId, row.claim));
    }

    /**
     * Goes on having a sink, and keeps who would claim it waiting until the transaction ends.
     *
     * @return false if it was claimed by another since, or removed
     */
    public boolean hold(Claim claim, Instant until) {
        return change(SinkEntity.HOLD, claim)
                        .setParameter("until", until.toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    /** Gives a sink back, to be claimed again from then on. */
    public void rest(Claim claim, Instant until) {
        change(SinkEntity.REST, claim)
                .setParameter("until", until.toEpochMilli())
                .executeUpdate();
    }

    /** It took lines. */
    public void delivered(Claim claim, int lines, Instant now) {
        change(SinkEntity.DELIVERED, claim)
                .setParameter("lines", (long) lines)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    /**
     * It took none.
     *
     * @return how often it has not, one after the other
     */
    public int failed(Claim claim, String error, Instant now) {
        change(SinkEntity.FAILED, claim)
                .setParameter("error", error.substring(0, Math.min(error.length(), LONGEST)))
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
        return entities.createQuery("select s.failures from SinkEntity s where s.id = :id", Integer.class)
                .setParameter("id", claim.sinkId())
                .getResultStream()
                .findFirst()
                .orElse(0);
    }

    private Query change(String query, Claim claim) {
        return entities.createNamedQuery(query)
                .setParameter("id", claim.sinkId())
                .setParameter("claim", claim.number());
    }

    /** Records of it were given up. */
    public void lost(String sinkId, long records) {
        entities.createQuery("update SinkEntity s set s.lost = s.lost + :records where s.id = :id")
                .setParameter("records", records)
                .setParameter("id", sinkId)
                .executeUpdate();
    }

    /**
     * It was configured just now: records go to it from now on, and what waits does not wait any longer. A server that delivers to it
     * is not interrupted.
     */
    public void configured(String realmId, String sinkId) {
        int known = entities.createQuery("update SinkEntity s set s.nextAttemptAt = 0 where s.id = :id")
                .setParameter("id", sinkId)
                .executeUpdate();
        if (known == 0) {
            SinkEntity row = new SinkEntity();
            row.id = sinkId;
            row.realmId = realmId;
            entities.persist(row);
        }
    }

    /** It is no more. */
    public void removed(KeycloakSession session, String sinkId) {
        // The row first, in the order in which who delivers locks.
        entities.createQuery("delete from SinkEntity s where s.id = :id")
                .setParameter("id", sinkId)
                .executeUpdate();
        new Batches(session).inherit(sinkId);
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
        // Sealed for a sink that was removed meanwhile.
        var batches = new Batches(session);
        entities.createNamedQuery(SinkEntity.LEFT_BEHIND, String.class)
                .getResultList()
                .forEach(batches::inherit);
    }
}
