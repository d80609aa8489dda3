package dev.contactcenter.kit.sink;

import java.time.Instant;
import java.util.Optional;

/**
 * How a sink is doing.
 *
 * @param kind the provider id of its component
 * @param state {@code active}, {@code paused} or {@code unusable}, of which {@code lastError} tells why
 * @param waiting records that it does not have yet
 * @param waitingSince when the oldest of them was sealed
 * @param delivered lines that it took since it is configured
 * @param failures attempts that failed, one after the other
 * @param deadLetters records that it refused
 * @param lost records that were given up
 */
public record SinkStanding(
        String name,
        String kind,
        String state,
        long waiting,
        Optional<Instant> waitingSince,
        long delivered,
        Optional<Instant> deliveredAt,
        int failures,
        Optional<String> lastError,
        Optional<Instant> lastErrorAt,
        long deadLetters,
        long lost) {}
