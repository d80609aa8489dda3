package dev.contactcenter.signals.registry;

import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.signals.bounded.BoundedWork;
import dev.contactcenter.signals.changes.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Looks devices up: in this server's memory as long as nothing was changed, else in the database, in a transaction of its own and for so long at most. */
final class DeviceLookup {

    private static final Logger LOG = Logger.getLogger(DeviceLookup.class);

    private final Memory<DeviceAddress, Optional<RegisteredDevice>> memory;
    private final BoundedWork work;
    private final Query query;

    DeviceLookup(Memory<DeviceAddress, Optional<RegisteredDevice>> memory, BoundedWork work, Query query) {
        this.memory = memory;
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
        Optional<Outcome> known =
                memory.current(address, now, settings.cacheFor()).map(Outcome.Answered::new);
        return known.orElseGet(() -> ask(address, now, settings.timeout()));
    }

    private Outcome ask(DeviceAddress address, Instant now, Duration timeout) {
        try (var reading = memory.read(address)) {
            Optional<RegisteredDevice> found =
                    work.within(timeout, () -> query.find(address.realm(), address.device(), timeout));
            reading.told(found, now);
            return new Outcome.Answered(found);
        } catch (TimeoutException slow) {
            return new Outcome.Failed("the database did not answer within " + timeout, lastKnown(address));
        } catch (ExecutionException broken) {
            // Without its trace: in an outage there is one for each request.
            LOG.warnf("A device could not be looked up in the registry: %s", broken);
            return new Outcome.Failed("the database failed, the server's log says how", lastKnown(address));
        }
    }

    private Optional<RegisteredDevice> lastKnown(DeviceAddress address) {
        return memory.last(address).flatMap(Function.identity());
    }
}
