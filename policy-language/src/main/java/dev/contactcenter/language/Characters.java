package dev.contactcenter.language;

/** What characters a document may have, wherever in it they stand. */
final class Characters {

    /** A byte-order mark is taken for nothing at the beginning; elsewhere it would be seen by nobody. */
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private Characters() {}

    /** Tells the first character that cannot be used. */
    static boolean areUsable(String text, Findings findings) {
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isUsable(c)) {
                Place end = end(text.substring(0, i));
                findings.error(
                        end,
                        "the character U+%04X cannot be used: ".formatted(c) + why(c),
                        "take it out, or write it as an escape between double quotes");
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private static boolean isUsable(int c) {
        return c == '\n'
                || c == '\r'
                || c == '\t'
                || (!Character.isISOControl(c)
                        && c != BYTE_ORDER_MARK
                        && c < 0x110000
                        && (c & 0xFFFE) != 0xFFFE
                        && !isLineSeparator(c)
                        && !turnsDirection(c)
                        && Character.getType(c) != Character.SURROGATE);
    }

    /** To YAML these end a line and to JSON they do not, nor to most editors. */
    private static boolean isLineSeparator(int c) {
        return c == 0x2028 || c == 0x2029;
    }

    /** With these a rule can look different from what it is: https://trojansource.codes. */
    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static String why(int c) {
        if (turnsDirection(c)) {
            return "it makes a text look different from what it is";
        }
        return Character.getType(c) == Character.SURROGATE ? "it is half of one" : "it is not seen in a text";
    }

    /** The place behind a text. */
    static Place end(String text) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean half = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (!half && (c == '\n' || c == '\r')) {
                line++;
                start = i + 1;
            }
        }
        return new Place("", line, text.codePointCount(start, text.length()) + 1);
    }

    /** The first tab in the indentation of a line, from a line on; the fallback if there is none. */
    static Place indentingTab(String text, Place from) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = from.line() - 1; i < lines.length; i++) {
            int first = lines[i].length() - lines[i].stripLeading().length();
            int tab = lines[i].indexOf('\t');
            if (tab >= 0 && tab < first) {
                return new Place("", i + 1, tab + 1);
            }
        }
        return from;
    }
}
