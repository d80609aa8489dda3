package dev.contactcenter.signals.registry;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between a device and its row. */
final class DeviceWords {

    private DeviceWords() {}

    static void write(DeviceEntity row, Device device) {
        row.owner = orNull(device.owner());
        row.deviceClass = orNull(device.word(Attribute.DEVICE_CLASS));
        row.management = orNull(device.word(Attribute.DEVICE_MANAGEMENT));
        row.compliance = orNull(device.word(Attribute.DEVICE_COMPLIANCE));
        row.os = orNull(device.word(Attribute.DEVICE_OS));
        row.osVersion = orNull(device.osVersion());
        row.encryption = orNull(device.word(Attribute.DEVICE_ENCRYPTION));
        row.edr = orNull(device.word(Attribute.DEVICE_EDR));
        row.observedAt = device.observedAt().toEpochMilli();
        row.reportedBy = orNull(device.reportedBy());
    }

    static Device read(DeviceEntity row) {
        Map<Attribute, Object> words = new EnumMap<>(Attribute.class);
        words.put(Attribute.DEVICE_ID, row.deviceId);
        put(words, Attribute.DEVICE_CLASS, row.deviceClass);
        put(words, Attribute.DEVICE_MANAGEMENT, row.management);
        put(words, Attribute.DEVICE_COMPLIANCE, row.compliance);
        put(words, Attribute.DEVICE_OS, row.os);
        put(words, Attribute.DEVICE_ENCRYPTION, row.encryption);
        put(words, Attribute.DEVICE_EDR, row.edr);
        return new Device(
                row.deviceId,
                orEmpty(row.owner),
                new Observation(words),
                orEmpty(row.osVersion),
                Instant.ofEpochMilli(row.observedAt),
                orEmpty(row.reportedBy));
    }

    /** The vocabulary's own word instead of the database's copy of it: there are many devices and few words. */
    private static void put(Map<Attribute, Object> words, Attribute attribute, @Nullable String stored) {
        attribute.vocabulary().stream()
                .filter(word -> word.equals(stored))
                .findFirst()
                .ifPresent(word -> words.put(attribute, word));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
