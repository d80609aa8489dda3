package dev.contactcenter.signals.registry;

import dev.contactcenter.kit.device.RegisteredDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The devices that this server looked up last, for a few seconds instead of the database, and for longer as what was known last.
 * It forgets what was not asked for the longest.
 */
public final class DeviceCache {

    /** Enough for the devices of a large contact center. */
    public static final int SIZE = 100_000;

    private final Map<Key, LookedUp> lookedUp = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, LookedUp> eldest) {
            return size() > size;
        }
    };

    private final int size;

    /** One for so many devices at most. */
    public DeviceCache(int size) {
        this.size = size;
    }

    private record Key(String realm, String device) {}

    /**
     * What the database knew.
     *
     * @param device nothing if it did not know the device
     */
    public record LookedUp(Optional<RegisteredDevice> device, Instant at) {

        /** Whether it need not be looked up again. */
        boolean isFresh(Instant now, Duration cacheFor) {
            return Duration.between(at, now).abs().compareTo(cacheFor) < 0;
        }
    }

    /** What was looked up last; nothing if that is not known. */
    public Optional<LookedUp> get(String realm, String device) {
        synchronized (lookedUp) {
            return Optional.ofNullable(lookedUp.get(new Key(realm, device)));
        }
    }

    /** Remembers what was looked up. */
    public void put(String realm, String device, LookedUp found) {
        synchronized (lookedUp) {
            lookedUp.put(new Key(realm, device), found);
        }
    }

    /** Forgets a device that was written, so that this server tells at once what changed. */
    void forget(String realm, String device) {
        synchronized (lookedUp) {
            lookedUp.remove(new Key(realm, device));
        }
    }

    /** Forgets a realm that is removed. */
    void forget(String realm) {
        synchronized (lookedUp) {
            lookedUp.keySet().removeIf(key -> key.realm().equals(realm));
        }
    }
}
