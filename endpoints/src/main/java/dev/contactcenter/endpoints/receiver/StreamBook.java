package dev.contactcenter.endpoints.receiver;

import dev.contactcenter.endpoints.streams.EventStreams;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** How the streams are doing, and which of them is to be polled. */
public final class StreamBook {

    private static final int AT_ONCE = 50;
    private static final int LONGEST = 255;

    private final EntityManager entities;

    public StreamBook(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** How one stream is doing; what never happened is not there. */
    public record Standing(
            Optional<Instant> askedAt,
            boolean awaitsVerification,
            Optional<Instant> verifiedAt,
            Optional<String> toldStatus,
            long refused,
            Optional<String> lastError,
            Optional<Instant> lastErrorAt,
            Optional<Instant> polledAt,
            int failures) {}

    /** Of a stream that nobody wrote of yet, that nothing ever happened. */
    public Standing standing(String streamId) {
        StreamEntity row =
                Optional.ofNullable(entities.find(StreamEntity.class, streamId)).orElseGet(StreamEntity::new);
        return new Standing(
                moment(row.askedAt),
                row.awaitedState != null,
                moment(row.verifiedAt),
                Optional.ofNullable(row.toldStatus),
                row.refused,
                Optional.ofNullable(row.lastError),
                moment(row.lastErrorAt),
                moment(row.polledAt),
                row.failures);
    }

    private static Optional<Instant> moment(@Nullable Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }

    private StreamEntity row(String realmId, String streamId) {
        StreamEntity known = entities.find(StreamEntity.class, streamId);
        if (known != null) {
            return known;
        }
        StreamEntity row = new StreamEntity();
        row.id = streamId;
        row.realmId = realmId;
        row.nextPollAt = 0L;
        entities.persist(row);
        return row;
    }

    /** What this server asks for a verification event with, from now on. */
    public void ask(String realmId, String streamId, String state, Instant now) {
        StreamEntity row = row(realmId, streamId);
        row.awaitedState = state;
        row.askedAt = now.toEpochMilli();
    }

    /** Whether a verification event is the one that is awaited, if one is. */
    boolean isExpected(String streamId, String state) {
        StreamEntity row = entities.find(StreamEntity.class, streamId);
        return row == null || row.awaitedState == null || state.isEmpty() || row.awaitedState.equals(state);
    }

    void verified(String realmId, String streamId, String state, Instant now) {
        StreamEntity row = row(realmId, streamId);
        row.verifiedAt = now.toEpochMilli();
        if (state.equals(row.awaitedState)) {
            row.awaitedState = null;
        }
    }

    void told(String realmId, String streamId, String status) {
        row(realmId, streamId).toldStatus = status;
    }

    void refused(String realmId, String streamId, String error, Instant now) {
        row(realmId, streamId);
        entities.flush();
        entities.createNamedQuery(StreamEntity.REFUSED)
                .setParameter("id", streamId)
                .setParameter("error", cut(error))
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    /** Ids of streams that are to be polled. */
    public List<String> due(Instant now) {
        return entities.createNamedQuery(StreamEntity.DUE, String.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /** Has a stream for this server alone for a while; the id of its realm, or nothing if another server has it. */
    public Optional<String> claim(String streamId, Instant now, Instant until) {
        int claimed = entities.createNamedQuery(StreamEntity.CLAIM)
                .setParameter("id", streamId)
                .setParameter("now", now.toEpochMilli())
                .setParameter("until", until.toEpochMilli())
                .executeUpdate();
        return claimed == 0
                ? Optional.empty()
                : Optional.ofNullable(entities.find(StreamEntity.class, streamId))
                        .map(row -> row.realmId);
    }

    /** It is not to be polled. */
    public void rest(String streamId) {
        Optional.ofNullable(entities.find(StreamEntity.class, streamId)).ifPresent(row -> row.nextPollAt = null);
    }

    /** How many of the last polls failed. */
    public int failures(String streamId) {
        return Optional.ofNullable(entities.find(StreamEntity.class, streamId))
                .map(row -> row.failures)
                .orElse(0);
    }

    /** Goes on having a stream for this server alone. */
    public void prolong(String streamId, Instant until) {
        Optional.ofNullable(entities.find(StreamEntity.class, streamId))
                .ifPresent(row -> row.nextPollAt = until.toEpochMilli());
    }

    /**
     * What came of polling a stream.
     *
     * @param problem what went wrong; empty if nothing did
     */
    public void polled(String streamId, String problem, Instant now, Instant next) {
        Optional.ofNullable(entities.find(StreamEntity.class, streamId)).ifPresent(row -> {
            row.polledAt = now.toEpochMilli();
            row.nextPollAt = next.toEpochMilli();
            row.failures = problem.isEmpty() ? 0 : row.failures + 1;
            if (!problem.isEmpty()) {
                row.lastError = cut(problem);
                row.lastErrorAt = now.toEpochMilli();
            }
        });
    }

    /** Finds streams that were configured meanwhile, and forgets those that are no more. */
    public void reconcile() {
        entities.createNamedQuery(StreamEntity.CONFIGURED, Object[].class)
                .setParameter("provider", EventStreams.PROVIDER_ID)
                .getResultList()
                .forEach(component -> row((String) component[1], (String) component[0]));
        entities.flush();
        entities.createNamedQuery(StreamEntity.FORGET).executeUpdate();
    }

    /** Has a stream polled as soon as possible, because it was configured just now. */
    public void configured(String realmId, String streamId) {
        row(realmId, streamId).nextPollAt = 0L;
    }

    void forgetRealm(String realmId) {
        entities.createNamedQuery(StreamEntity.FORGET_REALM)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
