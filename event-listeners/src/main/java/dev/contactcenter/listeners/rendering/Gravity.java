package dev.contactcenter.listeners.rendering;

/** How much a record matters, with the numbers and captions of OCSF's {@code severity_id} and of CEF. */
enum Gravity {
    INFORMATIONAL(1, "Informational", 2),
    LOW(2, "Low", 4),
    MEDIUM(3, "Medium", 6),
    HIGH(4, "High", 8);

    private final int id;
    private final String caption;
    private final int cef;

    Gravity(int id, String caption, int cef) {
        this.id = id;
        this.caption = caption;
        this.cef = cef;
    }

    int id() {
        return id;
    }

    String caption() {
        return caption;
    }

    /** From 0 to 10. */
    int cef() {
        return cef;
    }

    boolean isAlert() {
        return this == HIGH;
    }

    static Gravity of(StoredRecord record) {
        return switch (record.kind()) {
            case PERMIT, STEP_UP, MODE_SWITCHED, INTERACTION_CHANGED, OTHER -> INFORMATIONAL;
            case DENIAL, ENROLMENT, TOKEN_USE -> record.is("/privileged") ? MEDIUM : LOW;
            case EXCEPTION_USED, SIGNAL, HANDOVER -> LOW;
            case SESSION_ENDED, REVOCATION_ORDERED, CONFIGURATION_CHANGED -> MEDIUM;
            case BREAK_GLASS -> HIGH;
            case BUSINESS_ACTION -> record.text("/outcome").equals("disputed") ? HIGH : INFORMATIONAL;
        };
    }
}
