package dev.contactcenter.kit.risk;

import java.time.Duration;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/** Keeps the risk of each account: apart from the user's attributes, which a realm may let people edit themselves. */
public interface RiskStore extends Provider {

    /**
     * What is known of an account.
     *
     * @param cacheFor how long the server may answer from its memory, as long as it hears of all changes
     * @param patience how long the database may take
     */
    Optional<RiskReport> find(RealmModel realm, String userId, Duration cacheFor, Duration patience);

    /** Takes a report in, whether or not somebody else does at the same moment. */
    RiskTaken take(RealmModel realm, UserModel user, RiskReport report);

    @Override
    default void close() {}
}
