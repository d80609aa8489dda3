package dev.contactcenter.authenticators.refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A moment as people speak of it: within a week its weekday and time, before that its date. The page puts it into the browser's zone. */
final class Weekday {

    private static final Duration NEARLY_A_WEEK = Duration.ofDays(6);

    private Weekday() {}

    static String of(Instant moment, Instant now, ZoneId zone, Locale language) {
        ZonedDateTime there = moment.atZone(zone);
        boolean recent = Duration.between(moment, now).abs().compareTo(NEARLY_A_WEEK) < 0;
        DateTimeFormatter form = recent
                ? DateTimeFormatter.ofPattern("EEEE HH:mm z", language)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
        return form.format(there);
    }
}
