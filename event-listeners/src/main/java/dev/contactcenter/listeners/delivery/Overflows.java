package dev.contactcenter.listeners.delivery;

import dev.contactcenter.listeners.chain.Batches;
import dev.contactcenter.listeners.chain.SinkBook;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/** Sees to sinks for which too many records wait. */
final class Overflows {

    private static final Logger LOG = Logger.getLogger(Overflows.class);

    private final KeycloakSession session;
    private final Set<String> told;

    /** @param told sinks of which the log has been told, kept from one time to the next */
    Overflows(KeycloakSession session, Set<String> told) {
        this.session = session;
        this.told = told;
    }

    private long waiting(String realmId, String sinkId) {
        return Standings.waiting(session, realmId, sinkId);
    }

    void see(String realmId, String sinkId, SinkSettings settings) {
        long waiting = waiting(realmId, sinkId);
        if (waiting <= settings.mostWaiting()) {
            told.remove(sinkId);
            return;
        }
        switch (settings.overflow()) {
            case KEEP -> {
                if (told.add(sinkId)) {
                    LOG.errorf(
                            "%d records wait for sink %s, more than %d; they are kept as long as the database has room",
                            waiting, settings.name(), settings.mostWaiting());
                }
            }
            case DROP_OLDEST -> drop(realmId, sinkId, settings);
        }
    }

    private void drop(String realmId, String sinkId, SinkSettings settings) {
        var batches = new Batches(session);
        long lost = 0;
        Optional<Batches.Batch> oldest = batches.oldest(sinkId);
        while (oldest.isPresent() && waiting(realmId, sinkId) > settings.mostWaiting()) {
            lost += oldest.get().lines().size();
            batches.remove(oldest.get().id());
            oldest = batches.oldest(sinkId);
        }
        new SinkBook(session).lost(sinkId, lost);
        LOG.errorf(
                "%d records were given up for sink %s, because more than %d waited and its settings say so",
                lost, settings.name(), settings.mostWaiting());
    }
}
