package dev.contactcenter.kit.interaction;

import java.time.Duration;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Keeps the state of each session's interaction: apart from the sessions, which every server holds in its memory. */
public interface InteractionStore extends Provider {

    /**
     * What is known of a session.
     *
     * @param userId whose session it is: Keycloak restarts a session under its id for somebody else, and what was told of the one before is
     *     not told of them
     * @param cacheFor how long the server may answer from its memory, as long as it hears of all changes
     * @param patience how long the database may take
     */
    Optional<InteractionReport> find(
            RealmModel realm, String sessionId, String userId, Duration cacheFor, Duration patience);

    /**
     * Takes a report in with the request's transaction, unless one with its sequence or a later one is known, whoever tells it at the
     * same moment.
     *
     * @param sessionId of a session that the realm has
     * @param userId whose session it is
     */
    InteractionTaken take(RealmModel realm, String sessionId, String userId, InteractionReport report);

    @Override
    default void close() {}
}
