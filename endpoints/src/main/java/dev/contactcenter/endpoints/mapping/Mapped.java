package dev.contactcenter.endpoints.mapping;

import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.Reporter;
import java.time.Duration;
import java.time.Instant;

/** What became of one record. */
public sealed interface Mapped {

    /** Clocks differ by so much. */
    Duration SKEW = Duration.ofMinutes(5);

    /** A device. */
    record Valid(Device device) implements Mapped {}

    /**
     * It cannot be used.
     *
     * @param pointer JSON pointer to what is wrong; empty for the record itself
     */
    record Refused(String pointer, String problem) implements Mapped {}

    /** What a record told, before anybody knows whether it can be stored. */
    record Told(
            String id, String owner, Observation posture, String osVersion, Instant observedAt, Reporter reporter) {}

    /**
     * The device, if it can be.
     *
     * @param momentAt where the moment of its observation stands
     */
    static Mapped of(String momentAt, Instant now, Told told) {
        if (told.observedAt().isAfter(now.plus(SKEW))) {
            return new Refused(momentAt, "this moment lies in the future");
        }
        if (told.observedAt().isBefore(Instant.EPOCH)) {
            return new Refused(momentAt, "this moment lies before 1970, so the device was never seen");
        }
        try {
            return new Valid(new Device(
                    told.id(), told.owner(), told.posture(), told.osVersion(), told.observedAt(), told.reporter()));
        } catch (IllegalArgumentException unusable) {
            return new Refused("", String.valueOf(unusable.getMessage()));
        }
    }
}
