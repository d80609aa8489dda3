package dev.contactcenter.kit.record;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Moments as records have them. */
public final class RecordTime {

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private RecordTime() {}

    /** ISO 8601 in UTC, with milliseconds. */
    public static String of(Instant moment) {
        return MILLIS.format(moment);
    }
}
