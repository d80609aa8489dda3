package dev.contactcenter.endpoints.denylist;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What a reader of the denylist asks for. */
sealed interface DenylistQuestion {

    /** For how long an answer may be waited for; proxies end a silent connection after half a minute or more. */
    Duration LONGEST = Duration.ofSeconds(30);

    /**
     * One that can be answered.
     *
     * @param after the cursor up to which the reader knows all
     * @param patience how long the reader waits if there is nothing new, up to {@link #LONGEST}
     */
    record Usable(long after, Duration patience) implements DenylistQuestion {}

    /**
     * None.
     *
     * @param problem what is wrong, and what would be right; a sentence
     */
    record Unusable(String problem) implements DenylistQuestion {}

    /**
     * Reads the parameters of a request.
     *
     * @param after null, or a cursor
     * @param patience a duration as ISO 8601 writes it
     */
    static DenylistQuestion read(@Nullable String after, String patience) {
        String cursor = after == null || after.isBlank() ? "0" : after.strip();
        if (!cursor.matches("[0-9]{1,18}")) {
            return new Unusable("The cursor is not the number that an answer gave as 'next', or 0 to begin.");
        }
        try {
            Duration duration = Duration.parse(patience);
            return duration.isNegative() || duration.compareTo(LONGEST) > 0
                    ? new Unusable("Parameter 'wait' is not a duration from PT0S to " + LONGEST + ".")
                    : new Usable(Long.parseLong(cursor), duration);
        } catch (DateTimeParseException unreadable) {
            return new Unusable("Parameter 'wait' is not a duration, such as PT25S.");
        }
    }
}
