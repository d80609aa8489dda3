package dev.contactcenter.language;

import java.util.Collection;
import java.util.stream.Collectors;

/** How words of a document are repeated in a message: short, on one line, without control characters. */
public final class Quoted {

    private static final int LONGEST = 60;
    private static final int MOST = 12;

    private Quoted() {}

    /** The word in single quotes. */
    public static String of(String text) {
        return "'" + shortened(text) + "'";
    }

    /** The word without quotes. */
    public static String shortened(String text) {
        return clean(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
    }

    /** The first line of a message that we did not write. */
    public static String line(String message) {
        return clean(message.lines().findFirst().orElse(""));
    }

    /** The same text with a question mark for each character that would not be seen or would move what is seen. */
    static String clean(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                        ? "?"
                        : Character.toString(c))
                .collect(Collectors.joining());
    }

    /** The first words, in their order, with commas between them. */
    public static String list(Collection<String> words) {
        String first = words.stream().limit(MOST).map(Quoted::shortened).collect(Collectors.joining(", "));
        return words.size() > MOST ? first + " and " + (words.size() - MOST) + " more" : first;
    }
}
