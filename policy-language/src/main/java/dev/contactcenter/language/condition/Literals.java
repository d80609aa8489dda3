package dev.contactcenter.language.condition;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands in the quotes of {@code duration}, {@code timestamp} and the clock's zone: less than CEL, never otherwise. */
final class Literals {

    private static final Pattern DURATION =
            Pattern.compile("(?=.)(?:(\\d{1,7})h)?(?:(\\d{1,7})m)?(?:(\\d{1,7})s)?(?:(\\d{1,7})ms)?");
    private static final Pattern TIMESTAMP = Pattern.compile(
            "(?:19[7-9]|[2-8]\\d\\d)\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d)?Z?");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d");

    private Literals() {}

    static Optional<Duration> duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofHours(number(parts, 1))
                .plusMinutes(number(parts, 2))
                .plusSeconds(number(parts, 3))
                .plusMillis(number(parts, 4)));
    }

    private static long number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }

    /** How a duration that cannot be read would be written in CEL. */
    static String durationSuggestion(String text) {
        Matcher days = DAYS.matcher(text);
        if (days.matches()) {
            return "write duration(\"" + 24 * Integer.parseInt(days.group(1)) + "h\")";
        }
        try {
            return "write duration(\"" + written(Duration.parse(text)) + "\")";
        } catch (DateTimeParseException | ArithmeticException e) {
            return "write whole hours, minutes and seconds in this order, as in duration(\"1h30m\")";
        }
    }

    /** A duration as CEL writes it. */
    private static String written(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            return "0s";
        }
        String hours = duration.toHours() == 0 ? "" : duration.toHours() + "h";
        String minutes = duration.toMinutesPart() == 0 ? "" : duration.toMinutesPart() + "m";
        String seconds = duration.toSecondsPart() == 0 ? "" : duration.toSecondsPart() + "s";
        String all = hours + minutes + seconds;
        return all.isEmpty() ? "1s" : all;
    }

    static Optional<Instant> timestamp(String text) {
        if (!TIMESTAMP.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** How a moment that cannot be read would be written in CEL. */
    static String timestampSuggestion(String text) {
        if (DATE.matcher(text).matches()) {
            return "write timestamp(\"" + text + "T00:00:00Z\")";
        }
        if (LOCAL.matcher(text).matches()) {
            String seconds = text.replaceAll("Z", "").length() == 16 ? ":00Z" : "Z";
            return "write timestamp(\"" + text.replace(' ', 'T').replaceAll("Z", "") + seconds + "\")";
        }
        return "write for example timestamp(\"2026-01-31T08:00:00Z\")";
    }

    /** A place's time zone as the IANA database names it, so that summer time is known. */
    static Optional<ZoneId> zone(String name) {
        try {
            return ZoneId.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
