package dev.contactcenter.listeners.rendering;

import java.util.Locale;

/** What a record tells of. */
enum RecordKind {
    PERMIT("access permitted"),
    STEP_UP("step-up asked for"),
    DENIAL("access refused"),
    ENROLMENT("passkey registration"),
    TOKEN_USE("use of a token"),
    BREAK_GLASS("account for emergencies used"),
    EXCEPTION_USED("exception used"),
    HANDOVER("shared device handed over"),
    MODE_SWITCHED("mode switched"),
    SESSION_ENDED("session ended"),
    SIGNAL("security signal received"),
    INTERACTION_CHANGED("interaction changed"),
    REVOCATION_ORDERED("revocation ordered"),
    CONFIGURATION_CHANGED("configuration changed"),
    BUSINESS_ACTION("business action"),
    /** An event that this version does not know: it is delivered all the same. */
    OTHER("event");

    private final String words;

    RecordKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** As a code: that of the event, or of what was decided. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RecordKind of(StoredRecord record) {
        String event = record.text("/event");
        if (event.isEmpty()) {
            return ofDecision(record);
        }
        for (RecordKind kind : values()) {
            if (kind.compareTo(TOKEN_USE) > 0 && kind.code().equals(event)) {
                return kind;
            }
        }
        return OTHER;
    }

    private static RecordKind ofDecision(StoredRecord record) {
        return switch (record.text("/hook")) {
            case "enrolment" -> ENROLMENT;
            case "introspection", "userinfo" -> TOKEN_USE;
            default ->
                switch (record.text("/outcome")) {
                    case "permit" -> PERMIT;
                    case "step_up" -> STEP_UP;
                    default -> DENIAL;
                };
        };
    }
}
