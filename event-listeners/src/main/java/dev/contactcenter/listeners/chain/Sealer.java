package dev.contactcenter.listeners.chain;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/**
 * Puts stored records into their realm's chain and into a batch for each of the realm's sinks, or for the server's if the realm has
 * none. In a transaction of its own, before anything is delivered: a record that is delivered again has the same place in its chain.
 */
public final class Sealer {

    /** Many, since each batch is forced to disk once; few enough for one statement of any database. */
    public static final int MOST = 500;

    private static final String DUE =
            "select e.id, e.realmId, e.payload from OutboxEntryEntity e where e.entryKind = :kind"
                    + " and e.status = :status and e.nextAttemptAt <= :now order by e.nextAttemptAt";
    private static final String SEALED = "delete from OutboxEntryEntity e where e.id in (:ids)";
    private static final String SINKS = "select s.realmId, s.id from SinkEntity s where s.realmId in (:realms)";

    private final String kind;
    private final Duration checkpointInterval;

    private record Stored(String id, String realmId, String payload) {}

    /**
     * Seals records of one kind of the outbox.
     *
     * @param checkpointInterval how long a realm's last record remains without a signature
     */
    public Sealer(String kind, Duration checkpointInterval) {
        this.kind = kind;
        this.checkpointInterval = checkpointInterval;
    }

    /** Seals what is there, up to {@link #MOST} records; how many they were. */
    public int seal(KeycloakSession session) {
        Instant now = Instant.now();
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        var chains = new Chains(session);
        Instant signedBefore = now.minus(checkpointInterval);
        if (due(entities, now, 1).isEmpty() && chains.unsigned(signedBefore).isEmpty()) {
            return 0;
        }
        chains.lock();
        List<Stored> due = due(entities, now, MOST);
        List<String> unsigned = chains.unsigned(signedBefore);
        Map<String, List<String>> sinks = sinks(entities, due, unsigned);
        var sealing = new Sealing(session, chains, now, sinks);
        due.forEach(stored -> sealing.take(stored.realmId(), stored.payload()));
        unsigned.forEach(sealing::sign);
        sealing.store();
        if (!due.isEmpty()) {
            entities.createQuery(SEALED)
                    .setParameter("ids", due.stream().map(Stored::id).toList())
                    .executeUpdate();
        }
        return due.size();
    }

    private List<Stored> due(EntityManager entities, Instant now, int most) {
        return entities.createQuery(DUE, Object[].class)
                .setParameter("kind", kind)
                .setParameter("status", OutboxEntryStatus.PENDING)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Stored((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** By realm; a realm that has none is not there. */
    private static Map<String, List<String>> sinks(EntityManager entities, List<Stored> due, List<String> unsigned) {
        List<String> realms = new ArrayList<>(unsigned);
        due.forEach(stored -> realms.add(stored.realmId()));
        return entities.createQuery(SINKS, Object[].class)
                .setParameter("realms", realms.stream().distinct().toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        LinkedHashMap::new,
                        Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }
}
