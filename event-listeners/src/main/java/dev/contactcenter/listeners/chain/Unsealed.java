package dev.contactcenter.listeners.chain;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Records that were stored by requests and wait for their place in their realm's chain. */
public final class Unsealed {

    private static final String OLDEST = "select u.id, u.realmId, u.line from UnsealedEntity u order by u.id";
    private static final String OLDEST_ID = "select u.id from UnsealedEntity u order by u.id";
    private static final String REMOVE = "delete from UnsealedEntity u where u.id in (:ids)";

    /** Keys of what came from an earlier server's outbox are no such, and are gone within seconds of the first start. */
    private static final Pattern OF_VERSION_7 = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}(-[0-9a-f]+){2}");

    private final EntityManager entities;

    public Unsealed(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    record Waiting(String id, String realmId, String line) {}

    /** Stores a record with what else the transaction writes. */
    public void add(String realmId, String line) {
        var row = new UnsealedEntity();
        row.realmId = realmId;
        row.line = line;
        entities.persist(row);
    }

    boolean isEmpty() {
        return first().isEmpty();
    }

    /** When the oldest was stored, by its server's clock; nothing if none waits. */
    public Optional<Instant> oldestAt() {
        return first().filter(id -> OF_VERSION_7.matcher(id).matches()).map(Unsealed::madeAt);
    }

    private Optional<String> first() {
        return entities.createQuery(OLDEST_ID, String.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** RFC 9562 §5.7: the first 48 bits are the milliseconds since 1970. */
    private static Instant madeAt(String id) {
        return Instant.ofEpochMilli(UUID.fromString(id).getMostSignificantBits() >>> Short.SIZE);
    }

    /** In the order in which servers stored them, by their clocks. */
    List<Waiting> oldest(int most) {
        return entities.createQuery(OLDEST, Object[].class)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Waiting((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    void remove(List<Waiting> sealed) {
        if (!sealed.isEmpty()) {
            entities.createQuery(REMOVE).setParameter("ids", ids(sealed)).executeUpdate();
        }
    }

    /**
     * The ids, the last of them again and again until they are one of a few numbers: Hibernate and the database work a statement out
     * anew for each number of parameters.
     */
    private static List<String> ids(List<Waiting> sealed) {
        List<String> ids = new ArrayList<>(sealed.stream().map(Waiting::id).toList());
        while (Integer.bitCount(ids.size()) > 1) {
            ids.add(ids.getLast());
        }
        return ids;
    }
}
