package dev.contactcenter.listeners.rendering;

/**
 * Text in which nothing hides: control characters, line breaks of every kind, and characters that change the order or the look of others
 * stand as their code, such as {@code <U+202E>}.
 */
final class NeutralText {

    /** The longest that a text stays, in characters: nobody fills the log of a security team with one user agent. */
    static final int LONGEST = 2048;

    private static final String CUT = "...";

    private NeutralText() {}

    static String of(String text) {
        StringBuilder neutral = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int at = 0; at < text.length() && neutral.length() <= LONGEST; ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (isHidden(character)) {
                neutral.append(String.format("<U+%04X>", character));
            } else {
                neutral.appendCodePoint(character);
            }
        }
        return cut(neutral);
    }

    private static String cut(StringBuilder neutral) {
        if (neutral.length() <= LONGEST) {
            return neutral.toString();
        }
        int end = LONGEST - CUT.length();
        return neutral.substring(0, Character.isHighSurrogate(neutral.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /** Whether a character does not show as itself; unpaired surrogates count, because they are no text. */
    static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
