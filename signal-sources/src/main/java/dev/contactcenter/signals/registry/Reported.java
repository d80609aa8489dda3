package dev.contactcenter.signals.registry;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.device.Reporter.Origin;
import dev.contactcenter.kit.signal.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes one observation of what everybody reported of a device: where they differ, the stricter word holds, and it is as old as
 * the oldest of them. What is stale does not count while something else is fresh, but for what a security event told once.
 */
final class Reported {

    static final String NONCOMPLIANT = "noncompliant";

    private Reported() {}

    static Telling.Told of(RegisteredDevice registered, Instant now, Duration maxAge) {
        return byHand(registered)
                .map(device -> new Telling.Told(device.posture(), now))
                .orElseGet(() -> ofOthers(registered.reports(), now, maxAge));
    }

    private static Optional<Device> byHand(RegisteredDevice registered) {
        return registered.reports().stream()
                .filter(device -> device.reporter().origin() == Origin.BY_HAND)
                .findAny();
    }

    private static Telling.Told ofOthers(List<Device> all, Instant now, Duration maxAge) {
        List<Device> fresh = all.stream()
                .filter(device -> !Evidence.isStale(device.observedAt(), now, maxAge))
                .toList();
        Telling.Told told = merged(fresh.isEmpty() ? all : fresh);
        // As old as what is told again and again: an event that holds makes nothing stale.
        return new Telling.Told(
                Observation.strictest(Stream.concat(Stream.of(told.observation()), holding(all))
                        .toList()),
                told.observedAt());
    }

    /** Told once and not taken back since. That something was good then says nothing about now. */
    private static Stream<Observation> holding(List<Device> all) {
        return all.stream()
                .filter(device -> device.reporter().origin() == Origin.EVENTS)
                .map(Device::posture)
                .filter(posture -> NONCOMPLIANT.equals(posture.value(Attribute.DEVICE_COMPLIANCE)));
    }

    private static Telling.Told merged(List<Device> reports) {
        Instant oldest = reports.stream()
                .map(Device::observedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow(
                        () -> new IllegalStateException("A registered device has a row because it was read from one"));
        return new Telling.Told(
                Observation.strictest(reports.stream().map(Device::posture).toList()), oldest);
    }
}
