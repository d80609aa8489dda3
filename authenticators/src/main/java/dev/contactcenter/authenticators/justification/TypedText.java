package dev.contactcenter.authenticators.justification;

import dev.contactcenter.language.Justification;
import org.jspecify.annotations.Nullable;

/** What somebody typed to say why. It ends in records that others read line by line, so it is one line of visible characters. */
sealed interface TypedText {

    /** It serves. */
    record Accepted(String text) implements TypedText {}

    /** It does not; what was typed is kept for the person to go on with. */
    record Rejected(Flaw flaw, String text) implements TypedText {}

    /** What is wrong with it. The names are parts of message keys. */
    enum Flaw {
        SHORT,
        LONG,
        CHARACTERS
    }

    /** Judges what was sent, whatever a page allowed to be typed. */
    static TypedText of(@Nullable String sent, Justification.Asked bounds) {
        // Who presses Enter in a text area means no more than a space.
        String text = sent == null ? "" : sent.replaceAll("[\r\n]+", " ").strip();
        int length = text.codePointCount(0, text.length());
        if (length > bounds.most()) {
            return new Rejected(Flaw.LONG, "");
        }
        if (!text.codePoints().allMatch(TypedText::isVisible)) {
            return new Rejected(Flaw.CHARACTERS, "");
        }
        return length < bounds.least() ? new Rejected(Flaw.SHORT, text) : new Accepted(text);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
