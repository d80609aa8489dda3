package dev.contactcenter.endpoints.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads moments as systems write them. */
final class Moment {

    private Moment() {}

    /** An ISO 8601 moment with its offset, or seconds since 1970; nothing if it is neither. */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(
                    !text.isEmpty() && text.chars().allMatch(character -> character >= '0' && character <= '9')
                            ? Instant.ofEpochSecond(Long.parseLong(text))
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException | NumberFormatException notOne) {
            return Optional.empty();
        }
    }
}
