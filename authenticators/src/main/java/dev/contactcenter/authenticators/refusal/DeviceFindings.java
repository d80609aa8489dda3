package dev.contactcenter.authenticators.refusal;

import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person can do something about on the device that a refusal is about: why nothing new is known of it and since when, or what
 * is wrong with it. The names are the ends of message keys of the page; no id and no version is told to whoever sits there.
 */
record DeviceFindings(List<String> names, Optional<Instant> since) {

    /** What is wrong, by attribute and value. */
    private static final Map<Attribute, String> WRONG = Map.of(
            Attribute.DEVICE_COMPLIANCE, "noncompliant",
            Attribute.DEVICE_MANAGEMENT, "unmanaged",
            Attribute.DEVICE_ENCRYPTION, "off",
            Attribute.DEVICE_EDR, "stopped");

    /** The findings about the device in the facts that a decision rested on. */
    static DeviceFindings of(Facts facts, Grounds.Told grounds) {
        return switch (facts.evidence(Signal.DEVICE)) {
            case Evidence.Missing<Observation>(Absence why, Optional<Evidence.Known<Observation>> last) ->
                new DeviceFindings(List.of(name(why)), last.map(Evidence.Known::observedAt));
            case Evidence.Known<Observation>(Observation told, Instant observedAt) ->
                isStale(grounds)
                        ? new DeviceFindings(List.of(name(Absence.STALE)), Optional.of(observedAt))
                        : new DeviceFindings(wrong(told), Optional.of(observedAt));
        };
    }

    /** The policy may ask for fresher reports than the sources do. */
    private static boolean isStale(Grounds.Told grounds) {
        return grounds.missing().entrySet().stream()
                .anyMatch(entry -> entry.getKey().signal() == Signal.DEVICE && entry.getValue() == Absence.STALE);
    }

    private static List<String> wrong(Observation told) {
        List<String> names = new ArrayList<>();
        Stream.of(Attribute.values())
                .filter(attribute ->
                        WRONG.containsKey(attribute) && WRONG.get(attribute).equals(told.value(attribute)))
                .forEach(attribute -> names.add(
                        attribute.path().substring(Signal.DEVICE.label().length() + 1)));
        return names;
    }

    private static String name(Absence why) {
        return why.name().toLowerCase(Locale.ROOT);
    }
}
