package dev.contactcenter.kit.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as records have them. */
public final class RecordTime {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private RecordTime() {}

    /** ISO 8601 in UTC, with milliseconds. */
    public static String of(Instant moment) {
        return MILLIS.format(moment);
    }
}
