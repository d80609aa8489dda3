package dev.contactcenter.revocation;

import dev.contactcenter.revocation.denylist.Denylist;
import dev.contactcenter.revocation.orders.OrderBook;
import dev.contactcenter.revocation.sessions.SessionIndex;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Forgets what nobody needs to know any more. */
final class Housekeeping {

    /** As long as an investigation may want to see them beside the records. */
    private static final Duration ORDERS = Duration.ofDays(30);

    private static final Duration SESSIONS = Duration.ofHours(1);

    private Housekeeping() {}

    static void run(KeycloakSessionFactory factory) {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        // Each list by itself: whoever revokes something waits for the one of its realm.
        KeycloakModelUtils.runJobInTransactionWithResult(factory, Denylist::realms)
                .forEach(realm -> KeycloakModelUtils.runJobInTransaction(
                        factory, session -> new Denylist(session, realm).forget(now)));
        KeycloakModelUtils.runJobInTransaction(factory, session -> new OrderBook(session).forget(now.minus(ORDERS)));
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> new SessionIndex(session).forgetEnded(now.minus(SESSIONS), now));
    }
}
