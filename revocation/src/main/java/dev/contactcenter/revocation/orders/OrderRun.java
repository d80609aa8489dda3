package dev.contactcenter.revocation.orders;

import dev.contactcenter.revocation.orders.OrderBook.Claimed;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Carries out the orders that are due, whichever server took them. */
public final class OrderRun implements Runnable {

    private static final Logger LOG = Logger.getLogger(OrderRun.class);

    private final KeycloakSessionFactory factory;

    public OrderRun(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    @Override
    public void run() {
        try {
            KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> new OrderBook(session).due(now()))
                    .forEach(this::carryOut);
        } catch (RuntimeException | Error broken) {
            // A task that throws is never run again.
            LOG.errorf(broken, "Orders to end sessions could not be carried out; they stay and are tried again");
        }
    }

    private void carryOut(String id) {
        try {
            Optional<Claimed> claimed = KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, session -> new OrderBook(session).claim(id, now()));
            claimed.ifPresent(order -> new CarryingOut(factory, order).run());
        } catch (RuntimeException | Error broken) {
            // One that cannot be carried out holds up no other.
            LOG.errorf(broken, "Order %s could not be carried out; it stays and is tried again", id);
        }
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
