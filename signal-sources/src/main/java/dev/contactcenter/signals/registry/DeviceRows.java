package dev.contactcenter.signals.registry;

import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.DeviceRegistry.Keeper;
import dev.contactcenter.kit.device.DeviceRegistry.Removed;
import dev.contactcenter.kit.device.DeviceRegistry.Stored;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.device.Reporter.Origin;
import dev.contactcenter.signals.bounded.PlainReads;
import dev.contactcenter.signals.changes.ChangeNotes;
import dev.contactcenter.signals.texts.TextKey;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The rows of the registry, in one transaction. Each query names the realm. */
final class DeviceRows {

    private static final int BATCH = 100;

    private final KeycloakSession session;
    private final EntityManager entities;

    private DeviceRows(KeycloakSession session) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Those that the transaction of this session sees. */
    static DeviceRows of(KeycloakSession session) {
        return new DeviceRows(session);
    }

    /** A device without its passkeys, as nobody's transaction sees it; the database gives up after this time. */
    static Optional<RegisteredDevice> find(PlainReads database, String realm, String id, Duration timeout) {
        List<DeviceEntity> rows = database.find(
                DeviceEntity.class, DeviceEntity.OF_DEVICE, Map.of("realm", realm, "key", TextKey.of(id)), timeout);
        return rows.isEmpty() ? Optional.empty() : Optional.of(read(id, rows, Set.of()));
    }

    /** Those of these devices that the realm has, in the order of their ids. */
    List<RegisteredDevice> find(String realm, Collection<String> ids) {
        Map<String, Set<String>> passkeys = entities.createNamedQuery(
                        DevicePasskeyEntity.OF_DEVICES, DevicePasskeyEntity.class)
                .setParameter("realm", realm)
                .setParameter("keys", keys(ids))
                .getResultStream()
                .collect(Collectors.groupingBy(
                        passkey -> passkey.deviceId,
                        Collectors.mapping(passkey -> passkey.credentialId, Collectors.toSet())));
        return rows(realm, ids).entrySet().stream()
                .map(device -> read(
                        device.getKey(), device.getValue().values(), passkeys.getOrDefault(device.getKey(), Set.of())))
                .toList();
    }

    private static List<String> keys(Collection<String> ids) {
        return ids.stream().map(TextKey::of).toList();
    }

    private static RegisteredDevice read(String id, Collection<DeviceEntity> rows, Set<String> passkeys) {
        long updated = rows.stream().mapToLong(row -> row.updatedAt).max().orElse(0);
        return new RegisteredDevice(
                id, rows.stream().map(DeviceWords::read).toList(), passkeys, Instant.ofEpochMilli(updated));
    }

    /** By the id of the device and the key of the reporter. */
    private Map<String, Map<String, DeviceEntity>> rows(String realm, Collection<String> ids) {
        Map<String, Map<String, DeviceEntity>> found = new TreeMap<>();
        if (!ids.isEmpty()) {
            entities.createNamedQuery(DeviceEntity.OF_DEVICES, DeviceEntity.class)
                    .setParameter("realm", realm)
                    .setParameter("keys", keys(ids))
                    .getResultStream()
                    .forEach(row -> found.computeIfAbsent(row.deviceId, ignored -> new HashMap<>())
                            .put(row.reporterKey, row));
        }
        return found;
    }

    private Map<String, DeviceEntity> known(String realm, String id) {
        return rows(realm, List.of(id)).getOrDefault(id, Map.of());
    }

    private static boolean isKeptByHand(Map<String, DeviceEntity> known) {
        return known.values().stream().anyMatch(row -> row.origin.equals(Origin.BY_HAND.name()));
    }

    /** Ids of the devices whose id or owner contains a text. */
    List<String> search(String realm, String text, int first, int max) {
        String literal = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return entities.createNamedQuery(DeviceEntity.SEARCH, Object[].class)
                .setParameter("realm", realm)
                .setParameter("text", "%" + literal + "%")
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultStream()
                .map(found -> (String) found[1])
                .toList();
    }

    /** Stores reports in the order of the devices' ids, so that two feeds wait for each other and never both. */
    Map<Device, Stored> store(String realm, Collection<Device> devices) {
        Map<String, Origin> origins = new HashMap<>();
        devices.forEach(device -> origins.put(device.id(), device.reporter().origin()));
        return changes(realm)
                .around(
                        origins.keySet(),
                        device -> origins.getOrDefault(device, Origin.EVENTS),
                        () -> storeAll(realm, devices));
    }

    private ComplianceChanges changes(String realm) {
        return new ComplianceChanges(session, realm, devices -> find(realm, devices));
    }

    private Map<Device, Stored> storeAll(String realm, Collection<Device> devices) {
        entities.unwrap(Session.class).setJdbcBatchSize(BATCH);
        Map<String, Map<String, DeviceEntity>> known =
                rows(realm, devices.stream().map(Device::id).collect(Collectors.toCollection(TreeSet::new)));
        Map<Device, Stored> outcome = new HashMap<>();
        devices.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(device -> outcome.put(
                        device, store(realm, device, known.computeIfAbsent(device.id(), ignored -> new HashMap<>()))));
        changed(
                realm,
                devices.stream()
                        .filter(device -> outcome.get(device) == Stored.STORED)
                        .map(Device::id)
                        .toList());
        return outcome;
    }

    private Stored store(String realm, Device device, Map<String, DeviceEntity> known) {
        if (isKeptByHand(known)) {
            return Stored.KEPT_BY_HAND;
        }
        String reporter = DeviceWords.key(device.reporter());
        DeviceEntity row = known.get(reporter);
        if (row != null && row.observedAt > device.observedAt().toEpochMilli()) {
            return Stored.OUTDATED;
        }
        new ComplianceRecord(session, realm).keep(row, device);
        known.put(reporter, write(realm, row, device));
        return Stored.STORED;
    }

    private DeviceEntity write(String realm, @Nullable DeviceEntity known, Device device) {
        DeviceEntity row = known == null ? new DeviceEntity() : known;
        DeviceWords.write(row, device);
        row.updatedAt = Time.currentTimeMillis();
        if (known == null) {
            row.realmId = realm;
            row.deviceId = device.id();
            row.deviceKey = TextKey.of(device.id());
            row.reporterKey = DeviceWords.key(device.reporter());
            entities.persist(row);
        }
        return row;
    }

    Removed remove(String realm, String id) {
        return remove(realm, id, Origin.ADMINISTRATOR, told -> true);
    }

    /** Removes what a feed told of a device. */
    Removed withdraw(String realm, String client, String id) {
        return remove(
                realm,
                id,
                Origin.FEED,
                told -> told.origin.equals(Origin.FEED.name()) && client.equals(told.reportedBy));
    }

    private Removed remove(String realm, String id, Origin whoever, Predicate<DeviceEntity> which) {
        return changes(realm).around(List.of(id), device -> whoever, () -> remove(realm, id, which));
    }

    private Removed remove(String realm, String id, Predicate<DeviceEntity> which) {
        Map<String, DeviceEntity> known = known(realm, id);
        if (isKeptByHand(known)) {
            return Removed.KEPT_BY_HAND;
        }
        List<DeviceEntity> told = known.values().stream().filter(which).toList();
        told.forEach(entities::remove);
        if (told.size() == known.size()) {
            forgetPasskeys(realm, id);
        }
        changed(realm, told.stream().map(row -> row.deviceId).toList());
        return told.isEmpty() ? Removed.UNKNOWN : Removed.REMOVED;
    }

    private void forgetPasskeys(String realm, String id) {
        entities.createNamedQuery(DevicePasskeyEntity.FORGET_DEVICE)
                .setParameter("realm", realm)
                .setParameter("device", TextKey.of(id))
                .executeUpdate();
    }

    /** The devices that a component kept until now. */
    Set<String> keep(String realm, Keeper keeper, Device device) {
        Set<String> touched = new TreeSet<>(kept(realm, keeper));
        touched.add(device.id());
        return changes(realm).around(touched, one -> Origin.BY_HAND, () -> {
            Set<String> before = end(realm, keeper, Optional.of(device.id()));
            DeviceEntity known = known(realm, device.id()).get(DeviceWords.key(device.reporter()));
            write(realm, known, device).keptBy = keeper.id();
            return before;
        });
    }

    /** Ends what a component keeps; gives the ids of the devices. */
    Set<String> release(String realm, Keeper keeper) {
        return changes(realm)
                .around(kept(realm, keeper), one -> Origin.BY_HAND, () -> end(realm, keeper, Optional.empty()));
    }

    private Set<String> kept(String realm, Keeper keeper) {
        return rowsOf(realm, keeper).map(row -> row.deviceId).collect(Collectors.toSet());
    }

    private Stream<DeviceEntity> rowsOf(String realm, Keeper keeper) {
        return entities
                .createNamedQuery(DeviceEntity.OF_KEEPER, DeviceEntity.class)
                .setParameter("realm", realm)
                .setParameter("keeper", keeper.id())
                .getResultList()
                .stream();
    }

    /** Ends what a component keeps, but for one device that it goes on to keep; gives the ids of the others. */
    private Set<String> end(String realm, Keeper keeper, Optional<String> staying) {
        return rowsOf(realm, keeper)
                .filter(row -> staying.filter(row.deviceId::equals).isEmpty())
                .map(this::removed)
                .collect(Collectors.toSet());
    }

    /** The last that a transaction does, so that others wait for it as shortly as can be. */
    private void changed(String realm, Collection<String> devices) {
        ChangeNotes.note(
                entities,
                devices.stream()
                        .map(device -> new DeviceAddress(realm, device).changed())
                        .collect(Collectors.toSet()));
    }

    private String removed(DeviceEntity row) {
        entities.remove(row);
        return row.deviceId;
    }

    /** Remembers a passkey of a device, if the realm has it. */
    void enrolled(String realm, String device, String userId, String credentialId) {
        boolean known = !known(realm, device).isEmpty();
        if (known && entities.find(DevicePasskeyEntity.class, credentialId) == null) {
            var passkey = new DevicePasskeyEntity();
            passkey.credentialId = credentialId;
            passkey.realmId = realm;
            passkey.deviceId = device;
            passkey.deviceKey = TextKey.of(device);
            passkey.userId = userId;
            entities.persist(passkey);
        }
    }

    void forgetUser(String userId) {
        entities.createNamedQuery(DevicePasskeyEntity.FORGET_USER)
                .setParameter("user", userId)
                .executeUpdate();
    }

    void forgetRealm(String realm) {
        for (String query : List.of(DeviceEntity.FORGET_REALM, DevicePasskeyEntity.FORGET_REALM)) {
            entities.createNamedQuery(query).setParameter("realm", realm).executeUpdate();
        }
    }
}
