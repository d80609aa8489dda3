package dev.contactcenter.signals.registry;

import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.signals.bounded.BoundedWork;
import dev.contactcenter.signals.registry.DeviceCache.LookedUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Looks devices up: in this server's memory, else in the database, in a transaction of its own and for so long at most. */
final class DeviceLookup {

    private static final Logger LOG = Logger.getLogger(DeviceLookup.class);

    private final DeviceCache cache;
    private final BoundedWork work;
    private final Query query;

    DeviceLookup(DeviceCache cache, BoundedWork work, Query query) {
        this.cache = cache;
        this.work = work;
        this.query = query;
    }

    /** Asks the database. */
    interface Query {

        /** A device without its passkeys; the database gives up after this time. */
        Optional<RegisteredDevice> find(String realm, String device, Duration timeout);
    }

    /** What came of it. */
    sealed interface Outcome {

        /** The registry answered; nothing if it does not know the device. */
        record Answered(Optional<RegisteredDevice> device) implements Outcome {}

        /**
         * It did not.
         *
         * @param problem for the administrator
         * @param lastKnown what it answered last
         */
        record Failed(String problem, Optional<RegisteredDevice> lastKnown) implements Outcome {}
    }

    /** Looks a device up. */
    Outcome find(String realm, String device, Instant now, RegistrySettings settings) {
        Optional<LookedUp> known = cache.get(realm, device);
        if (known.isPresent() && known.get().isFresh(now, settings.cacheFor())) {
            return new Outcome.Answered(known.get().device());
        }
        try {
            Optional<RegisteredDevice> found =
                    work.within(settings.timeout(), () -> query.find(realm, device, settings.timeout()));
            cache.put(realm, device, new LookedUp(found, now));
            return new Outcome.Answered(found);
        } catch (TimeoutException slow) {
            return new Outcome.Failed("the database did not answer within " + settings.timeout(), lastKnown(known));
        } catch (ExecutionException broken) {
            // Without its trace: in an outage there is one for each request.
            LOG.warnf("A device could not be looked up in the registry: %s", broken);
            return new Outcome.Failed("the database failed, the server's log says how", lastKnown(known));
        }
    }

    private static Optional<RegisteredDevice> lastKnown(Optional<LookedUp> known) {
        return known.flatMap(LookedUp::device);
    }
}
