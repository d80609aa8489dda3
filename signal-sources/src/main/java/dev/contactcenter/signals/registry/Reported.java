package dev.contactcenter.signals.registry;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.device.RegisteredDevice.Origin;
import dev.contactcenter.kit.signal.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one observation of what feeds and signals reported of a device: where they differ, the stricter word holds, and it is as
 * old as the older of them. What is stale does not count while something else is fresh.
 */
final class Reported {

    private Reported() {}

    static Telling.Told of(RegisteredDevice registered, Instant now, Duration maxAge) {
        Device byHand = registered.reports().get(Origin.BY_HAND);
        if (byHand != null) {
            return new Telling.Told(byHand.posture(), now);
        }
        Collection<Device> all = registered.reports().values();
        List<Device> fresh = all.stream()
                .filter(device ->
                        Duration.between(device.observedAt(), now).abs().compareTo(maxAge) <= 0)
                .toList();
        return merged(fresh.isEmpty() ? all : fresh);
    }

    private static Telling.Told merged(Collection<Device> reports) {
        Map<Attribute, Object> words = new EnumMap<>(Attribute.class);
        reports.forEach(device -> device.posture()
                .values()
                .forEach((attribute, word) -> words.merge(
                        attribute,
                        word,
                        (one, other) -> attribute.stricter(String.valueOf(one), String.valueOf(other)))));
        Instant oldest = reports.stream()
                .map(Device::observedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow(
                        () -> new IllegalStateException("A registered device has a row because it was read from one"));
        return new Telling.Told(new Observation(words), oldest);
    }
}
