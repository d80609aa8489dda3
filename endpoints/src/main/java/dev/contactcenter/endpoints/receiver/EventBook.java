package dev.contactcenter.endpoints.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;

/** Which events were received, for as long as they would be accepted. */
public final class EventBook {

    private final EntityManager entities;

    public EventBook(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * How often what became of events.
     *
     * @param latest when one was received last
     */
    public record Count(long events, Instant latest) {}

    /** What tells an event from all others: 64 hexadecimal digits. */
    public static String key(String realmId, String stream, String jti) {
        byte[] text = String.join("\n", realmId, stream, jti).getBytes(UTF_8);
        return HexFormat.of().formatHex(HashUtils.hash(JavaAlgorithm.SHA256, text));
    }

    /** Whether it was received before. */
    public boolean knows(String key) {
        return entities.find(ReceivedEventEntity.class, key) != null;
    }

    /** Enters an event at once, so that who comes second with the same one fails here and has no effect. */
    public void enter(String key, String realmId, String stream, Instant now, Instant forgetAt) {
        ReceivedEventEntity row = new ReceivedEventEntity();
        row.id = key;
        row.realmId = realmId;
        row.streamName = stream;
        row.outcome = "received";
        row.receivedAt = now.toEpochMilli();
        row.forgetAt = forgetAt.toEpochMilli();
        entities.persist(row);
        entities.flush();
    }

    void outcome(String key, String outcome) {
        entities.find(ReceivedEventEntity.class, key).outcome = outcome;
    }

    /** What became of the events of a stream that are remembered. */
    public Map<String, Count> counts(String realmId, String stream) {
        Map<String, Count> counts = new TreeMap<>();
        entities.createNamedQuery(ReceivedEventEntity.COUNT, Object[].class)
                .setParameter("realm", realmId)
                .setParameter("stream", stream)
                .getResultStream()
                .forEach(row ->
                        counts.put((String) row[0], new Count((Long) row[1], Instant.ofEpochMilli((Long) row[2]))));
        return counts;
    }

    /** Forgets what is not accepted any more. */
    public void forget(Instant now) {
        entities.createNamedQuery(ReceivedEventEntity.FORGET)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    void forgetRealm(String realmId) {
        entities.createNamedQuery(ReceivedEventEntity.FORGET_REALM)
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
