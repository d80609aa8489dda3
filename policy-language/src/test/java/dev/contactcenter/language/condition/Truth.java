package dev.contactcenter.language.condition;

/** The three values of Kleene's logic. */
enum Truth {
    TRUE,
    FALSE,
    UNDECIDABLE;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    Truth negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNDECIDABLE -> UNDECIDABLE;
        };
    }
}
