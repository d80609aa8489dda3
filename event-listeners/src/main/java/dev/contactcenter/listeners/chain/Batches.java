package dev.contactcenter.listeners.chain;

import dev.contactcenter.trail.Checkpoint;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/**
 * Sealed lines on their way to a sink: rows of Keycloak's outbox, many lines each. Their order is that of their correlation ids, which
 * are numbers with leading zeros; the outbox has an index over kind, owner and correlation id.
 */
public final class Batches {

    /** The owner of what goes to the server's own sink. */
    public static final String SERVER = "server";

    static final String KIND = "contact-center-sealed";
    static final String DEAD = "contact-center-dead-letter";
    private static final String OF_OWNER = "from OutboxEntryEntity e where e.entryKind = :kind and e.ownerId = :owner";
    private static final int LONGEST_ERROR = 2000;
    private static final String RECORDS = "records";

    /** A dead letter that is delivered again: its number is from long ago, and says nothing of how many wait. */
    private static final String REVIVED = "revived";

    private final KeycloakSession session;
    private final EntityManager entities;

    public Batches(KeycloakSession session) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * Lines that go to one sink.
     *
     * @param first number of the first record in its chain; 0 of what goes to the server's sink
     * @param taken how many lines were before these, which the sink has
     */
    public record Batch(String id, long first, int taken, List<String> lines) {
        public Batch {
            lines = List.copyOf(lines);
        }

        private long firstAfter(int count) {
            return first
                    + lines.subList(0, count).stream()
                            .filter(line -> !Checkpoint.isOne(line))
                            .count();
        }
    }

    /**
     * How much waits for a sink.
     *
     * @param oldestSeq number of the oldest record that waits
     * @param oldestAt when its batch was sealed
     */
    public record Waiting(long oldestSeq, Instant oldestAt) {}

    void add(String owner, String realmId, long first, List<String> lines) {
        store(KIND, OutboxEntryStatus.PENDING, owner, realmId, first, lines, "");
    }

    private void store(
            String kind,
            OutboxEntryStatus status,
            String owner,
            String realmId,
            long first,
            List<String> lines,
            String error) {
        Instant now = Instant.now();
        var row = new OutboxEntryEntity();
        row.setId(UUID.randomUUID().toString());
        row.setEntryKind(kind);
        row.setRealmId(realmId);
        row.setOwnerId(owner);
        row.setContainerId(String.valueOf(first));
        row.setCorrelationId("%019d".formatted(new Chains(session).nextBatch()));
        row.setEntryType(RECORDS);
        row.setPayload(PackedLines.pack(lines));
        row.setStatus(status);
        row.setNextAttemptAt(now);
        row.setCreatedAt(now);
        if (!error.isEmpty()) {
            row.setLastError(error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
        }
        entities.persist(row);
    }

    /** The one to be delivered next. */
    public Optional<Batch> oldest(String owner) {
        return oldest(owner, LockModeType.NONE);
    }

    /** The same, once no other server delivers it. */
    public Optional<Batch> lockOldest(String owner) {
        return oldest(owner, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Batch> oldest(String owner, LockModeType lock) {
        TypedQuery<OutboxEntryEntity> query = entities.createQuery(
                        "select e " + OF_OWNER + " order by e.correlationId", OutboxEntryEntity.class)
                .setMaxResults(1);
        if (lock != LockModeType.NONE) {
            query.setLockMode(lock);
        }
        return query.setParameter("kind", KIND)
                .setParameter("owner", owner)
                .getResultStream()
                .findFirst()
                .map(row -> new Batch(
                        row.getId(),
                        Long.parseLong(row.getContainerId()),
                        row.getAttempts(),
                        PackedLines.unpack(row.getPayload()).stream()
                                .skip(row.getAttempts())
                                .toList()));
    }

    /** It was delivered. */
    public void remove(String id) {
        entities.createQuery("delete from OutboxEntryEntity e where e.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /**
     * Its first lines were taken, or are kept elsewhere, and are not offered again. The column of attempts, which nobody else needs,
     * counts them: writing the other lines anew with each message would be a multiple of what is delivered.
     */
    public void took(Batch batch, int lines) {
        if (lines == batch.lines().size()) {
            remove(batch.id());
            return;
        }
        entities.createQuery(
                        "update OutboxEntryEntity e set e.attempts = :taken, e.containerId = :first where e.id = :id")
                .setParameter("taken", batch.taken() + lines)
                .setParameter("first", String.valueOf(batch.firstAfter(lines)))
                .setParameter("id", batch.id())
                .executeUpdate();
    }

    /** Keeps a record that its sink will never take, until somebody has it delivered again. */
    public void bury(String owner, String realmId, Batch batch, int index, String why) {
        List<String> line = List.of(batch.lines().get(index));
        store(DEAD, OutboxEntryStatus.DEAD_LETTER, owner, realmId, batch.firstAfter(index), line, why);
    }

    /** Has dead letters delivered again; how many that are. */
    public int revive(String owner) {
        return entities.createQuery(
                        "update OutboxEntryEntity e set e.entryKind = :sealed, e.entryType = :type, e.status = :pending,"
                                + " e.lastError = null where e.entryKind = :kind and e.ownerId = :owner")
                .setParameter("sealed", KIND)
                .setParameter("type", REVIVED)
                .setParameter("pending", OutboxEntryStatus.PENDING)
                .setParameter("kind", DEAD)
                .setParameter("owner", owner)
                .executeUpdate();
    }

    /** Has what waits for a sink that is no more delivered to the server's: a slip of the hand loses nothing. */
    public void inherit(String owner) {
        revive(owner);
        entities.createQuery(
                        "update OutboxEntryEntity e set e.ownerId = :server where e.entryKind = :kind and e.ownerId = :owner")
                .setParameter("server", SERVER)
                .setParameter("kind", KIND)
                .setParameter("owner", owner)
                .executeUpdate();
    }

    public long deadLetters(String owner) {
        return entities.createQuery("select count(e) " + OF_OWNER, Long.class)
                .setParameter("kind", DEAD)
                .setParameter("owner", owner)
                .getSingleResult();
    }

    /** How many dead letters wait to be delivered again. */
    public long revived(String owner) {
        return entities.createQuery("select count(e) " + OF_OWNER + " and e.entryType = :type", Long.class)
                .setParameter("kind", KIND)
                .setParameter("owner", owner)
                .setParameter("type", REVIVED)
                .getSingleResult();
    }

    /** What it is that waits for a sink, without its lines and but for dead letters that are delivered again; nothing if nothing does. */
    public Optional<Waiting> waiting(String owner) {
        return entities.createQuery(
                        "select e.containerId, e.createdAt " + OF_OWNER
                                + " and e.entryType <> :type order by e.correlationId",
                        Object[].class)
                .setParameter("kind", KIND)
                .setParameter("owner", owner)
                .setParameter("type", REVIVED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> new Waiting(Long.parseLong((String) row[0]), (Instant) row[1]));
    }
}
