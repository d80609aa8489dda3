package dev.contactcenter.signals.registry;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.kit.device.Reporter.Origin;
import dev.contactcenter.signals.texts.TextKey;
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
        row.origin = device.reporter().origin().name();
        row.reportedBy = orNull(device.reporter().name());
        row.mapping = orNull(device.reporter().mapping());
    }

    /** What the rows of a reporter are found by. There is one word by hand, whatever the component that keeps it is called. */
    static String key(Reporter reporter) {
        return switch (reporter.origin()) {
            case BY_HAND -> TextKey.of(reporter.origin().name());
            case ADMINISTRATOR, FEED, SIGNAL, EVENTS ->
                TextKey.of(reporter.origin().name(), reporter.name(), reporter.mapping());
        };
    }

    private static Reporter reporter(DeviceEntity row) {
        return new Reporter(Origin.valueOf(row.origin), orEmpty(row.reportedBy), orEmpty(row.mapping));
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
                reporter(row));
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
