package dev.contactcenter.signals.registry;

import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.DeviceRegistry.Keeper;
import dev.contactcenter.kit.device.DeviceRegistry.Removed;
import dev.contactcenter.kit.device.DeviceRegistry.Stored;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.device.RegisteredDevice.Origin;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The rows of the registry, in one transaction. Each query names the realm. */
final class DeviceRows {

    private static final int BATCH = 100;
    private static final String TIMEOUT = "jakarta.persistence.query.timeout";

    private final EntityManager entities;

    private DeviceRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Those that the transaction of this session sees. */
    static DeviceRows of(KeycloakSession session) {
        return new DeviceRows(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /** A device without its passkeys; the database gives up after this time. */
    Optional<RegisteredDevice> find(String realm, String id, Duration timeout) {
        List<DeviceEntity> rows = entities.createNamedQuery(DeviceEntity.OF_DEVICES, DeviceEntity.class)
                .setParameter("realm", realm)
                .setParameter("ids", List.of(id))
                .setHint(TIMEOUT, Math.toIntExact(timeout.toMillis()))
                .getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(read(id, rows, Set.of()));
    }

    /** Those of these devices that the realm has, in the order of their ids. */
    List<RegisteredDevice> find(String realm, Collection<String> ids) {
        Map<String, Set<String>> passkeys = entities.createNamedQuery(
                        DevicePasskeyEntity.OF_DEVICES, DevicePasskeyEntity.class)
                .setParameter("realm", realm)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        passkey -> passkey.deviceId,
                        Collectors.mapping(passkey -> passkey.credentialId, Collectors.toSet())));
        return rows(realm, ids).entrySet().stream()
                .map(device -> read(
                        device.getKey(), device.getValue().values(), passkeys.getOrDefault(device.getKey(), Set.of())))
                .toList();
    }

    private static RegisteredDevice read(String id, Collection<DeviceEntity> rows, Set<String> passkeys) {
        Map<Origin, Device> reports = new EnumMap<>(Origin.class);
        long updated = 0;
        for (DeviceEntity row : rows) {
            reports.put(Origin.valueOf(row.origin), DeviceWords.read(row));
            updated = Math.max(updated, row.updatedAt);
        }
        return new RegisteredDevice(id, reports, passkeys, Instant.ofEpochMilli(updated));
    }

    private Map<String, Map<Origin, DeviceEntity>> rows(String realm, Collection<String> ids) {
        Map<String, Map<Origin, DeviceEntity>> found = new TreeMap<>();
        if (!ids.isEmpty()) {
            entities.createNamedQuery(DeviceEntity.OF_DEVICES, DeviceEntity.class)
                    .setParameter("realm", realm)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(row -> found.computeIfAbsent(row.deviceId, ignored -> new EnumMap<>(Origin.class))
                            .put(Origin.valueOf(row.origin), row));
        }
        return found;
    }

    /** Ids of the devices whose id or owner contains a text. */
    List<String> search(String realm, String text, int first, int max) {
        String literal = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return entities.createNamedQuery(DeviceEntity.SEARCH, String.class)
                .setParameter("realm", realm)
                .setParameter("text", "%" + literal + "%")
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    /** Stores reports in the order of the devices' ids, so that two feeds wait for each other and never both. */
    Map<Device, Stored> store(String realm, Origin origin, Collection<Device> devices) {
        entities.unwrap(Session.class).setJdbcBatchSize(BATCH);
        Map<String, Map<Origin, DeviceEntity>> known =
                rows(realm, devices.stream().map(Device::id).collect(Collectors.toCollection(TreeSet::new)));
        Map<Device, Stored> outcome = new HashMap<>();
        devices.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(device -> outcome.put(
                        device,
                        store(
                                realm,
                                origin,
                                device,
                                known.computeIfAbsent(device.id(), ignored -> new EnumMap<>(Origin.class)))));
        return outcome;
    }

    private Stored store(String realm, Origin origin, Device device, Map<Origin, DeviceEntity> known) {
        if (known.containsKey(Origin.BY_HAND)) {
            return Stored.KEPT_BY_HAND;
        }
        DeviceEntity row = known.get(origin);
        if (row != null && row.observedAt > device.observedAt().toEpochMilli()) {
            return Stored.OUTDATED;
        }
        known.put(origin, write(realm, origin, row, device));
        return Stored.STORED;
    }

    private DeviceEntity write(String realm, Origin origin, @Nullable DeviceEntity known, Device device) {
        DeviceEntity row = known == null ? new DeviceEntity() : known;
        DeviceWords.write(row, device);
        row.updatedAt = Time.currentTimeMillis();
        if (known == null) {
            row.realmId = realm;
            row.deviceId = device.id();
            row.origin = origin.name();
            entities.persist(row);
        }
        return row;
    }

    Removed remove(String realm, String id) {
        Map<Origin, DeviceEntity> known = rows(realm, List.of(id)).getOrDefault(id, Map.of());
        if (known.containsKey(Origin.BY_HAND)) {
            return Removed.KEPT_BY_HAND;
        }
        known.values().forEach(entities::remove);
        forgetPasskeys(realm, id);
        return known.isEmpty() ? Removed.UNKNOWN : Removed.REMOVED;
    }

    private void forgetPasskeys(String realm, String id) {
        entities.createNamedQuery(DevicePasskeyEntity.FORGET_DEVICE)
                .setParameter("realm", realm)
                .setParameter("device", id)
                .executeUpdate();
    }

    /** The devices that a component kept until now. */
    Set<String> keep(String realm, Keeper keeper, Device device) {
        Set<String> before = release(realm, keeper, Optional.of(device.id()));
        DeviceEntity known = rows(realm, List.of(device.id()))
                .getOrDefault(device.id(), Map.of())
                .get(Origin.BY_HAND);
        write(realm, Origin.BY_HAND, known, device).keptBy = keeper.id();
        return before;
    }

    /** Ends what a component keeps, but for one device that it goes on to keep; gives the ids of the others. */
    Set<String> release(String realm, Keeper keeper, Optional<String> staying) {
        return entities
                .createNamedQuery(DeviceEntity.OF_KEEPER, DeviceEntity.class)
                .setParameter("realm", realm)
                .setParameter("keeper", keeper.id())
                .getResultList()
                .stream()
                .filter(row -> staying.filter(row.deviceId::equals).isEmpty())
                .map(this::removed)
                .collect(Collectors.toSet());
    }

    private String removed(DeviceEntity row) {
        entities.remove(row);
        return row.deviceId;
    }

    /** Remembers a passkey of a device, if the realm has it. */
    void enrolled(String realm, String device, String userId, String credentialId) {
        boolean known = !rows(realm, List.of(device)).isEmpty();
        if (known && entities.find(DevicePasskeyEntity.class, credentialId) == null) {
            var passkey = new DevicePasskeyEntity();
            passkey.credentialId = credentialId;
            passkey.realmId = realm;
            passkey.deviceId = device;
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
