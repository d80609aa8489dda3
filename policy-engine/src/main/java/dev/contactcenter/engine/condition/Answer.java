package dev.contactcenter.engine.condition;

/** What became of a question about a request. */
public enum Answer {
    YES,
    NO,
    /** It cannot be answered, because an attribute is missing. */
    OPEN;

    /** The opposite answer. */
    public Answer negated() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case OPEN -> OPEN;
        };
    }

    static Answer of(boolean truth) {
        return truth ? YES : NO;
    }
}
