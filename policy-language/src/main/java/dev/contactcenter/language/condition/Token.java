package dev.contactcenter.language.condition;

/**
 * A word, number, text or sign of a condition.
 *
 * @param offset in UTF-16 units
 * @param text as it is written, quotes included
 */
record Token(int offset, Kind kind, String text) {

    int end() {
        return offset + text.length();
    }

    boolean is(String sign) {
        return text.equals(sign);
    }

    /** Whether a value can begin with it. */
    boolean beginsValue() {
        return kind != Kind.SIGN || is("(") || is("[") || is("!") || is("-");
    }

    /** Whether a value can end with it. */
    boolean endsValue() {
        return kind != Kind.SIGN || is(")") || is("]");
    }

    /** What it is. */
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN
    }
}
