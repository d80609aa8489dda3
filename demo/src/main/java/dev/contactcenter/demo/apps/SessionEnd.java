package dev.contactcenter.demo.apps;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the session of a token ends, as its claim {@code contact_center} tells it.
 *
 * @param endsAt the moment at which it ends at the latest; none if it only must not rest
 * @param idle how long it may rest
 */
record SessionEnd(Optional<Instant> endsAt, Optional<Duration> idle) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** Nothing if no rule limits the session. */
    static Optional<SessionEnd> of(Map<String, Object> contactCenter) {
        return contactCenter.get("session") instanceof Map<?, ?> told
                ? Optional.of(new SessionEnd(
                        number(told.get("ends_at")).map(Instant::ofEpochSecond),
                        number(told.get("idle_seconds")).map(Duration::ofSeconds)))
                : Optional.empty();
    }

    private static Optional<Long> number(@Nullable Object value) {
        return value instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    /** For the person, at the clock on their wall. */
    String sentence(ZoneId zone) {
        String at = endsAt.map(
                        end -> "Your session ends at " + TIME.withZone(zone).format(end))
                .orElse("Your session ends");
        String rest = idle.map(SessionEnd::rest).orElse("");
        return at + (endsAt.isPresent() && !rest.isEmpty() ? ", or" : "") + rest + ".";
    }

    private static String rest(Duration idle) {
        long minutes = Math.max(1, idle.toMinutes());
        return " when nobody uses it for " + (minutes == 1 ? "a minute" : minutes + " minutes");
    }
}
