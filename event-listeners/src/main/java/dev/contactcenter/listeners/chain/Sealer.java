package dev.contactcenter.listeners.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Puts stored records into their realm's chain and into a batch for each of the realm's sinks, and for the server's if that gets
 * them. In a transaction of its own, before anything is delivered: a record that is delivered again has the same place in its chain.
 */
public final class Sealer {

    /** Many, since each batch is forced to disk once; few enough for one statement of any database. */
    public static final int MOST = 500;

    private static final Duration FORGETTING = Duration.ofMinutes(10);
    private static final String SINKS = "select s.realmId, s.id from SinkEntity s where s.realmId in (:realms)";

    private final Duration checkpointInterval;
    private final ServerShare share;
    private Instant nextForgetting = Instant.MIN;

    /**
     * Seals what there is.
     *
     * @param checkpointInterval how long a realm's last record remains without a signature
     * @param share what the server's own file or log gets
     */
    public Sealer(Duration checkpointInterval, ServerShare share) {
        this.checkpointInterval = checkpointInterval;
        this.share = share;
    }

    /** Whether there is something to be sealed. Not to be asked in the transaction that seals, which must lock first. */
    public boolean isDue(KeycloakSession session) {
        return !new Unsealed(session).isEmpty()
                || !new Chains(session)
                        .unsigned(Instant.now().minus(checkpointInterval))
                        .isEmpty();
    }

    /** Seals what is there, up to {@link #MOST} records; how many they were. Called by one thread at a time. */
    public int seal(KeycloakSession session) {
        var chains = new Chains(session);
        chains.lock();
        Instant now = Instant.now();
        var unsealed = new Unsealed(session);
        List<Unsealed.Waiting> due = unsealed.oldest(MOST);
        List<String> unsigned = chains.unsigned(now.minus(checkpointInterval));
        var sealing = new Sealing(session, chains, now, sinks(session, due, unsigned), share);
        due.forEach(waiting -> sealing.take(waiting.realmId(), waiting.line()));
        unsigned.forEach(sealing::sign);
        sealing.store();
        unsealed.remove(due);
        if (!now.isBefore(nextForgetting)) {
            chains.forgetLinks(now);
            nextForgetting = now.plus(FORGETTING);
        }
        return due.size();
    }

    /** By realm; a realm that has none is not there. */
    private static Map<String, List<String>> sinks(
            KeycloakSession session, List<Unsealed.Waiting> due, List<String> unsigned) {
        List<String> realms = new ArrayList<>(unsigned);
        due.forEach(waiting -> realms.add(waiting.realmId()));
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(SINKS, Object[].class)
                .setParameter("realms", realms.stream().distinct().toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        LinkedHashMap::new,
                        Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }
}
