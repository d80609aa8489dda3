package dev.contactcenter.language.lint;

import java.util.Locale;

/**
 * One thing that a policy may say but hardly means.
 *
 * @param what a clause that names the thing and why it is doubtful
 * @param suggestion a clause that says what would be better
 */
public record Doubt(Kind kind, Spot spot, String what, String suggestion) {

    /** What there is to doubt. The names are in reports and never change their meaning. */
    public enum Kind {
        ACTION_NOT_GRANTED,
        NEVER_APPLIES,
        ALWAYS_HOLDS,
        NEEDLESS_RULE,
        NEEDLESS_DEMAND,
        SERVICE_LOCKED_OUT,
        FIELDS_LEFT_OPEN,
        NO_DATASET_LEFT,
        TIER_3_WITHOUT_DEMAND,
        SIGNAL_WITHOUT_SOURCE,
        UNKNOWN_ESCAPES,
        EXCEPTION_ENDED,
        EXCEPTION_WITHOUT_END,
        EXCEPTION_TOO_LONG,
        ROLLOUT_TO_NOBODY,
        ROLLOUT_TO_EVERYBODY,
        NO_BREAK_GLASS,
        BREAK_GLASS_WITHOUT_DEMAND,
        LOCKOUT,
        SESSION_LIMIT_NEEDLESS,
        SESSION_LIMIT_SHORT,
        NOT_IN_REALM;

        /** As reports write it, for example {@code never-applies}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
