package dev.contactcenter.signals.registry;

import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.DeviceRegistry;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.signals.bounded.BoundedWork;
import dev.contactcenter.signals.changes.ChangeEntityProviderFactory;
import dev.contactcenter.signals.changes.ChangeNotes;
import dev.contactcenter.signals.changes.Changed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The registry in Keycloak's database. */
final class JpaDeviceRegistry implements DeviceRegistry {

    /** Devices in one transaction. */
    private static final int CHUNK = 1000;

    /** Two feeds that tell of the same new device at once: one of them is too late, and then finds it known. */
    private static final int ATTEMPTS = 3;

    private static final Logger LOG = Logger.getLogger(JpaDeviceRegistry.class);

    private final KeycloakSession session;
    private final BoundedWork work;
    private final ObservedDevices observed;

    JpaDeviceRegistry(KeycloakSession session, BoundedWork work, ObservedDevices observed) {
        this.session = session;
        this.work = work;
        this.observed = observed;
    }

    @Override
    public Optional<RegisteredDevice> find(RealmModel realm, String id) {
        return DeviceRows.of(session).find(realm.getId(), List.of(id)).stream().findFirst();
    }

    @Override
    public List<RegisteredDevice> search(RealmModel realm, String text, int first, int max) {
        DeviceRows rows = DeviceRows.of(session);
        return rows.find(realm.getId(), rows.search(realm.getId(), text, first, max));
    }

    @Override
    public List<Stored> store(RealmModel realm, List<Device> devices) {
        Map<Word, Device> latest = new HashMap<>();
        devices.forEach(
                device -> latest.merge(new Word(device.id(), device.reporter()), device, JpaDeviceRegistry::later));
        List<Device> told = latest.values().stream()
                .sorted(Comparator.comparing(Device::id))
                .toList();
        Map<Device, Stored> outcome = new HashMap<>();
        for (int from = 0; from < told.size(); from += CHUNK) {
            List<Device> chunk = told.subList(from, Math.min(from + CHUNK, told.size()));
            outcome.putAll(inTransaction(rows -> rows.store(realm.getId(), chunk)));
            stored(realm, chunk.stream().map(Device::id).toList());
        }
        return new ArrayList<>(devices.stream()
                .map(device -> outcome.getOrDefault(device, Stored.OUTDATED))
                .toList());
    }

    /** Of several with one of these, the latest counts. */
    private record Word(String device, Reporter reporter) {}

    static Device later(Device one, Device other) {
        return one.observedAt().isAfter(other.observedAt()) ? one : other;
    }

    @Override
    public Removed remove(RealmModel realm, String id) {
        Removed removed = inTransaction(rows -> rows.remove(realm.getId(), id));
        stored(realm, List.of(id));
        return removed;
    }

    @Override
    public Removed withdraw(RealmModel realm, String client, String id) {
        Removed removed = inTransaction(rows -> rows.withdraw(realm.getId(), client, id));
        stored(realm, List.of(id));
        return removed;
    }

    @Override
    public void observed(RealmModel realm, Device device) {
        observed.add(realm.getId(), device);
    }

    @Override
    public void enrolled(RealmModel realm, String device, String userId, String credentialId) {
        String realmId = realm.getId();
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        beside(() -> {
            // The registry may know the device from this very sign-in.
            observed.storeAll();
            inTransaction(sessions, rows -> {
                rows.enrolled(realmId, device, userId, credentialId);
                return List.of();
            });
        });
    }

    private void beside(Runnable task) {
        boolean begun = work.begin(() -> {
            try {
                task.run();
            } catch (RuntimeException notStored) {
                LOG.warn("The device registry could not take over what a sign-in told", notStored);
            }
        });
        if (!begun) {
            LOG.warn("The device registry has too much to do and did not take over what a sign-in told");
        }
    }

    @Override
    public void keep(RealmModel realm, Keeper keeper, Device device) {
        Collection<String> before = DeviceRows.of(session).keep(realm.getId(), keeper, device);
        changed(realm, Stream.concat(before.stream(), Stream.of(device.id())).toList());
    }

    @Override
    public void release(RealmModel realm, Keeper keeper) {
        changed(realm, DeviceRows.of(session).release(realm.getId(), keeper));
    }

    /** Written in the request's own transaction, whose end is not in sight. */
    private void changed(RealmModel realm, Collection<String> devices) {
        ChangeNotes.noteAtTheEnd(session, names(realm, devices));
    }

    private void stored(RealmModel realm, Collection<String> devices) {
        ChangeEntityProviderFactory.of(session.getKeycloakSessionFactory())
                .changes()
                .stored(names(realm, devices));
    }

    private static List<Changed> names(RealmModel realm, Collection<String> devices) {
        return devices.stream()
                .map(id -> new DeviceAddress(realm.getId(), id).changed())
                .toList();
    }

    private <T> T inTransaction(Function<DeviceRows, T> job) {
        return inTransaction(session.getKeycloakSessionFactory(), job);
    }

    static <T> T inTransaction(KeycloakSessionFactory sessions, Function<DeviceRows, T> job) {
        for (int attempt = 1; ; attempt++) {
            try {
                return KeycloakModelUtils.runJobInTransactionWithResult(sessions, own -> job.apply(DeviceRows.of(own)));
            } catch (RuntimeException conflict) {
                if (attempt == ATTEMPTS) {
                    throw conflict;
                }
                LOG.debugf(conflict, "Devices are stored once more (attempt=%d)", attempt);
            }
        }
    }
}
