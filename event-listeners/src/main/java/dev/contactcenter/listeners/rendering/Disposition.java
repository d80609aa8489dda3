package dev.contactcenter.listeners.rendering;

import java.util.Set;

/** What became of what was asked for or happened, with the numbers of OCSF 1.8.0 (profile security_control). */
enum Disposition {
    ALLOWED(1, "Allowed", 1, "Allowed"),
    BLOCKED(2, "Blocked", 2, "Denied"),
    /** Only recorded: nothing was decided, or rules that only report would have decided otherwise. */
    LOGGED(17, "Logged", 3, "Observed"),
    CHALLENGED(23, "Challenge", 4, "Modified"),
    REVOKED(24, "Access Revoked", 2, "Denied");

    private static final Set<String> LOOSE = Set.of("permit", "none", "");

    private final int id;
    private final String caption;
    private final int actionId;
    private final String actionCaption;

    Disposition(int id, String caption, int actionId, String actionCaption) {
        this.id = id;
        this.caption = caption;
        this.actionId = actionId;
        this.actionCaption = actionCaption;
    }

    int id() {
        return id;
    }

    String caption() {
        return caption;
    }

    int actionId() {
        return actionId;
    }

    String actionCaption() {
        return actionCaption;
    }

    static Disposition of(StoredRecord record) {
        return switch (record.kind()) {
            case PERMIT, STEP_UP, DENIAL, ENROLMENT, TOKEN_USE, BREAK_GLASS, EXCEPTION_USED -> ofDecision(record);
            case HANDOVER, SESSION_ENDED, REVOCATION_ORDERED -> REVOKED;
            case MODE_SWITCHED -> ALLOWED;
            case BUSINESS_ACTION -> ofAction(record);
            case SIGNAL, INTERACTION_CHANGED, CONFIGURATION_CHANGED, OTHER -> LOGGED;
        };
    }

    private static Disposition ofDecision(StoredRecord record) {
        return switch (record.text("/outcome")) {
            case "permit" -> wouldHaveBeenStricter(record) ? LOGGED : ALLOWED;
            case "step_up" -> CHALLENGED;
            default -> BLOCKED;
        };
    }

    private static boolean wouldHaveBeenStricter(StoredRecord record) {
        for (var would : record.at("/would_be")) {
            if (!LOOSE.contains(would.path("outcome").asText(""))) {
                return true;
            }
        }
        return false;
    }

    /** What an application says that it did is only on record; that it refused to do it, too, is a refusal. */
    private static Disposition ofAction(StoredRecord record) {
        return switch (record.text("/outcome")) {
            case "success" -> ALLOWED;
            case "denied" -> BLOCKED;
            default -> LOGGED;
        };
    }
}
