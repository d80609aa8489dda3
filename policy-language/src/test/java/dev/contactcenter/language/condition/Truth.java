package dev.contactcenter.language.condition;

import dev.contactcenter.engine.condition.Answer;

/** The three values of Kleene's logic. */
enum Truth {
    TRUE,
    FALSE,
    UNDECIDABLE;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Truth of(Answer answer) {
        return switch (answer) {
            case YES -> TRUE;
            case NO -> FALSE;
            case OPEN -> UNDECIDABLE;
        };
    }
}
