package dev.contactcenter.signals.registry;

import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.signals.bounded.BoundedWork;
import dev.contactcenter.signals.changes.Changed;
import dev.contactcenter.signals.changes.Changes;
import dev.contactcenter.signals.changes.Memory;
import dev.contactcenter.signals.changes.Memory.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Looks devices up: in this server's memory as long as nothing was changed, else in the database, in a transaction of its own and for so long at most. */
final class DeviceLookup {

    private static final Logger LOG = Logger.getLogger(DeviceLookup.class);

    private final Memory<DeviceAddress, Optional<RegisteredDevice>> memory;
    private final Changes changes;
    private final BoundedWork work;
    private final Query query;

    DeviceLookup(
            Memory<DeviceAddress, Optional<RegisteredDevice>> memory, Changes changes, BoundedWork work, Query query) {
        this.memory = memory;
        this.changes = changes;
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
        var address = new DeviceAddress(realm, device);
        Optional<Kept<Optional<RegisteredDevice>>> known = memory.get(address);
        if (known.isPresent()
                && known.get().isFresh(now, settings.cacheFor(), changes, address.changed(), Changed.realm(realm))) {
            return new Outcome.Answered(known.get().value());
        }
        long position = changes.now();
        try {
            Optional<RegisteredDevice> found =
                    work.within(settings.timeout(), () -> query.find(realm, device, settings.timeout()));
            memory.put(address, new Kept<>(found, now, position));
            return new Outcome.Answered(found);
        } catch (TimeoutException slow) {
            return new Outcome.Failed("the database did not answer within " + settings.timeout(), lastKnown(known));
        } catch (ExecutionException broken) {
            // Without its trace: in an outage there is one for each request.
            LOG.warnf("A device could not be looked up in the registry: %s", broken);
            return new Outcome.Failed("the database failed, the server's log says how", lastKnown(known));
        }
    }

    private static Optional<RegisteredDevice> lastKnown(Optional<Kept<Optional<RegisteredDevice>>> known) {
        return known.flatMap(Kept::value);
    }
}
