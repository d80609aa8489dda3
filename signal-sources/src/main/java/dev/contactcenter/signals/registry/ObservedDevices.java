package dev.contactcenter.signals.registry;

import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.signals.bounded.BoundedWork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * What sign-ins told of devices, until it is stored: for half a second, so that all that comes in meanwhile is one transaction. Nobody
 * waits for it, and each session remembers on its own what its device told.
 */
final class ObservedDevices {

    private static final Logger LOG = Logger.getLogger(ObservedDevices.class);

    private static final long PAUSE_MILLIS = 500;

    /** So many may wait; what a sign-in tells beyond is not taken over. */
    static final int MOST = 10_000;

    private final Map<Key, Device> waiting = new HashMap<>();
    private final Executor afterPause =
            CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, Runnable::run);
    private final BoundedWork work;
    private final Store store;
    private boolean begun;

    ObservedDevices(BoundedWork work, Store store) {
        this.work = work;
        this.store = store;
    }

    /** Stores devices of a realm, all or none. */
    interface Store {
        void store(String realm, List<Device> devices);
    }

    private record Key(String realm, String device, Reporter reporter) {}

    /** Takes a device that will be stored soon; of the same device and reporter, what was observed later counts. */
    void add(String realm, Device device) {
        synchronized (waiting) {
            if (waiting.size() >= MOST) {
                LOG.warn("The device registry has too much to do and did not take over what a sign-in told");
                return;
            }
            waiting.merge(new Key(realm, device.id(), device.reporter()), device, JpaDeviceRegistry::later);
            if (begun) {
                return;
            }
            begun = true;
        }
        afterPause.execute(this::begin);
    }

    private void begin() {
        if (!work.begin(this::storeInTurn)) {
            LOG.warn("The device registry has too much to do and takes over later what sign-ins told");
            goOn();
        }
    }

    /** One after the other, so that a slow database does not take all threads from those who look devices up. */
    private void storeInTurn() {
        try {
            storeAll();
        } finally {
            goOn();
        }
    }

    private void goOn() {
        synchronized (waiting) {
            begun = !waiting.isEmpty();
            if (!begun) {
                return;
            }
        }
        afterPause.execute(this::begin);
    }

    /** Stores what waits now, before it returns. */
    void storeAll() {
        taken().forEach(this::storeOrTell);
    }

    private void storeOrTell(String realm, List<Device> devices) {
        try {
            store.store(realm, devices);
        } catch (RuntimeException notStored) {
            LOG.warnf(
                    notStored,
                    "The device registry could not take over what sign-ins told (devices=%d)",
                    devices.size());
        }
    }

    private Map<String, List<Device>> taken() {
        synchronized (waiting) {
            Map<String, List<Device>> taken = waiting.entrySet().stream()
                    .collect(Collectors.groupingBy(
                            one -> one.getKey().realm(), Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            waiting.clear();
            return taken;
        }
    }
}
