package dev.contactcenter.language;

import java.util.Optional;

/**
 * Finds where in the document a character of a scalar stands: plain, quoted, folded or literal, on one line or several. It reads
 * the scalar as written beside the scalar as understood; what differs between them is white space, quotes and escapes.
 */
final class ScalarPlaces {

    private static final String ESCAPES = "0abtnvfre \"/\\N_LP\t";
    private static final String MEANINGS = "\0\007\b\t\n\013\f\r\033 \"/\\\u0085\u00a0\u2028\u2029\t";

    private final Node.Scalar scalar;
    private final String document;
    private final char style;

    private ScalarPlaces(Node.Scalar scalar, int start) {
        this.scalar = scalar;
        this.document = scalar.document();
        this.style = document.charAt(start);
    }

    /**
     * The place of a character; of white space and of the end, the place behind the character before it. The scalar's own place
     * if that cannot be told.
     *
     * @param offset in UTF-16 units of the scalar's text
     */
    static Place at(Node.Scalar scalar, int offset) {
        int start = start(scalar);
        return start >= scalar.document().length()
                ? scalar.place()
                : new ScalarPlaces(scalar, start).find(start, offset).orElse(scalar.place());
    }

    private Optional<Place> find(int start, int offset) {
        String text = scalar.text();
        int behind = content(start);
        for (int i = 0; i <= offset; ) {
            boolean blank = i >= text.length() || isBlank(text.charAt(i));
            if (blank && i == offset) {
                return Optional.of(place(behind));
            }
            if (blank) {
                i++;
                continue;
            }
            Unit unit = next(behind);
            if (unit.end > document.length() || !text.startsWith(unit.meaning, i)) {
                return Optional.empty();
            }
            i += unit.meaning.length();
            if (i > offset) {
                return Optional.of(place(unit.start));
            }
            behind = unit.end;
        }
        return Optional.empty();
    }

    /** Where the first character of the content can stand: behind the quote, or on the line below the sign of a block. */
    private int content(int start) {
        return switch (style) {
            case '"', '\'' -> start + 1;
            case '|', '>' -> endOfLine(start);
            default -> start;
        };
    }

    private int endOfLine(int from) {
        int at = from;
        while (at < document.length() && !isBreak(document.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The next character that is not white space. */
    private Unit next(int from) {
        int at = from;
        while (at < document.length()) {
            Unit unit = unit(at);
            if (!unit.meaning.isEmpty()) {
                return unit;
            }
            at = unit.end;
        }
        return new Unit(at, at + 1, "");
    }

    private Unit unit(int at) {
        if (style == '\'' && document.startsWith("''", at)) {
            return new Unit(at, at + 2, "'");
        }
        return style == '"' && document.charAt(at) == '\\' && at + 1 < document.length()
                ? escape(at)
                : new Unit(at, at + 1, blankless(document.substring(at, at + 1)));
    }

    private Unit escape(int at) {
        char kind = document.charAt(at + 1);
        int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        int end = at + 2 + digits;
        if (digits == 0 || end > document.length()) {
            int known = ESCAPES.indexOf(kind);
            return new Unit(at, at + 2, known < 0 ? "" : blankless(MEANINGS.substring(known, known + 1)));
        }
        try {
            int codePoint = Integer.parseInt(document, at + 2, end, 16);
            return new Unit(at, end, blankless(Character.toString(codePoint)));
        } catch (IllegalArgumentException e) {
            return new Unit(at, end, "");
        }
    }

    private static String blankless(String meaning) {
        return isBlank(meaning.charAt(0)) ? "" : meaning;
    }

    /** A character as written and what it means; nothing if it is white space. */
    private record Unit(int start, int end, String meaning) {}

    private static int start(Node.Scalar scalar) {
        String document = scalar.document();
        int at = 0;
        for (int line = 1; line < scalar.place().line() && at < document.length(); at++) {
            line += endsLine(document, at) ? 1 : 0;
        }
        int columns = Math.min(scalar.place().column() - 1, document.codePointCount(at, document.length()));
        return document.offsetByCodePoints(at, columns);
    }

    private Place place(int index) {
        int line = 1;
        int lineStart = 0;
        for (int at = 0; at < index; at++) {
            if (endsLine(document, at)) {
                line++;
                lineStart = at + 1;
            }
        }
        return new Place(scalar.place().path(), line, document.codePointCount(lineStart, index) + 1);
    }

    private static boolean endsLine(String text, int at) {
        boolean half = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return isBreak(text.charAt(at)) && !half;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || isBreak(c);
    }
}
