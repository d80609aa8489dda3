package dev.contactcenter.language;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads moments: a date, which ends with that day in UTC, or a moment with its offset (RFC 3339). */
final class Moments {

    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}-");

    private final Findings findings;
    private final Values values;

    Moments(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** The end of something. */
    Optional<Instant> end(Node node) {
        return values.text(node).flatMap(text -> {
            Optional<Instant> end = !FOUR_DIGIT_YEAR.matcher(text).lookingAt()
                    ? Optional.empty()
                    : date(text).or(() -> moment(text));
            if (end.isEmpty()) {
                findings.error(
                        node.place(),
                        Quoted.of(text) + " is neither a date nor a moment",
                        "write for example 2027-01-31, which is to the end of that day in UTC, or 2027-01-31T18:00:00+01:00");
            }
            return end;
        });
    }

    /** A moment with its offset. */
    Optional<Instant> at(Node node) {
        return values.text(node).flatMap(text -> {
            Optional<Instant> at = moment(text);
            if (at.isEmpty()) {
                findings.error(
                        node.place(), Quoted.of(text) + " is not a moment", "write for example 2026-11-22T10:00:00Z");
            }
            return at;
        });
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }
}
