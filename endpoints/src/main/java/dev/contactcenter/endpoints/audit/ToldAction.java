package dev.contactcenter.endpoints.audit;

import dev.contactcenter.endpoints.body.Members;
import dev.contactcenter.endpoints.body.UnusableException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An action as an application tells it.
 *
 * @param id the application's own: who tells the same again tells nothing new
 * @param at when it was done
 * @param resourceType the kind of thing that it was done to
 * @param resourceId the application's own name of that thing; empty if it was done to none
 * @param detail what else the application has to say; empty for nothing
 * @param claimed what the application says of the token
 * @param token the access token that it was done on; empty if that is the token of the request itself
 */
record ToldAction(
        String id,
        Instant at,
        String action,
        String resourceType,
        String resourceId,
        Result result,
        String detail,
        Claimed claimed,
        String token) {

    /** For how long an action can be told after it was done, and is remembered: an application may have been cut off for days. */
    static final Duration LONGEST_AGO = Duration.ofDays(7);

    /** How far an application's clock may be ahead of ours, or beside that of the token. */
    static final Duration SKEW = Duration.ofMinutes(1);

    private static final Set<String> MEMBERS =
            Set.of("id", "time", "action", "resource", "result", "detail", "jti", "sid", "txn", "token");
    private static final Set<String> RESOURCE = Set.of("type", "id");
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]+");
    private static final int LONGEST = 128;
    private static final int LONGEST_DETAIL = 512;
    private static final int LONGEST_TOKEN = 8192;

    /** What became of it. */
    enum Result {
        SUCCESS,
        FAILURE,
        /** The application refused it. */
        DENIED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What an application says of a token; each is empty if it does not say. */
    record Claimed(String jti, String sid, String txn) {}

    /** All that it tells, as a text. The token may be a newer one when it is told again. */
    String contents() {
        return String.join(
                "\n",
                at.toString(),
                action,
                resourceType,
                resourceId,
                result.word(),
                claimed.jti(),
                claimed.sid(),
                claimed.txn(),
                detail);
    }

    /** @throws UnusableException if it is not one */
    static ToldAction read(Members event, Instant now) throws UnusableException {
        event.only(MEMBERS, "an event");
        Members resource = event.has("resource") ? event.object("resource", RESOURCE) : null;
        return new ToldAction(
                visible(event, "id"),
                at(event, now),
                visible(event, "action"),
                resource == null ? "" : resource.text("type", LONGEST),
                resource == null ? "" : resource.text("id", LONGEST),
                result(event),
                event.optionalText("detail", LONGEST_DETAIL),
                new Claimed(
                        event.optionalText("jti", LONGEST),
                        event.optionalText("sid", LONGEST),
                        event.optionalText("txn", LONGEST)),
                event.optionalText("token", LONGEST_TOKEN));
    }

    private static String visible(Members event, String member) throws UnusableException {
        String text = event.text(member, LONGEST);
        if (!VISIBLE.matcher(text).matches()) {
            throw new UnusableException("Member '" + member + "' has characters beside the visible ones of ASCII.");
        }
        return text;
    }

    private static Result result(Members event) throws UnusableException {
        return switch (event.text("result", LONGEST)) {
            case "success" -> Result.SUCCESS;
            case "failure" -> Result.FAILURE;
            case "denied" -> Result.DENIED;
            default -> throw new UnusableException("Member 'result' is not one of success, failure, denied.");
        };
    }

    private static Instant at(Members event, Instant now) throws UnusableException {
        Instant at;
        try {
            at = OffsetDateTime.parse(event.text("time", LONGEST)).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException notOne) {
            throw new UnusableException(
                    "Member 'time' is not a moment as RFC 3339 has it, such as 2026-11-23T09:30:00Z.");
        }
        if (at.isAfter(now.plus(SKEW)) || at.isBefore(now.minus(LONGEST_AGO))) {
            throw new UnusableException(
                    "Member 'time' lies in the future, or further back than " + LONGEST_AGO.toDays() + " days.");
        }
        return at;
    }
}
