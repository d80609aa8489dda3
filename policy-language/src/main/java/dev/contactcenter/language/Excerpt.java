package dev.contactcenter.language;

/**
 * The part of a line around a problem, and what marks the problem below it.
 *
 * @param text one line without tabs and control characters
 * @param indent how many spaces stand before the marker
 * @param marker {@code ^} and a {@code ~} for each further character
 */
record Excerpt(String text, int indent, String marker) {

    /** As much as fits beside a line number on a narrow terminal. */
    private static final int LONGEST = 100;

    private static final int BEFORE = 40;
    private static final String TAB = "    ";
    private static final String CUT = "...";

    /**
     * The excerpt of a line.
     *
     * @param column 1-based, in characters; one behind the end points behind the end
     */
    static Excerpt of(String line, int column, int length) {
        int[] characters = line.codePoints().toArray();
        int at = Math.clamp(column - 1L, 0, characters.length);
        int end = (int) Math.min((long) at + Math.max(1, length), characters.length);
        int from = characters.length <= LONGEST ? 0 : Math.clamp(at - BEFORE, 0, characters.length - LONGEST);
        int to = Math.min(characters.length, from + LONGEST);
        String before = (from > 0 ? CUT : "") + shown(characters, from, at);
        String marked = shown(characters, at, Math.min(end, to));
        String after = shown(characters, Math.min(end, to), to) + (to < characters.length ? CUT : "");
        String marker = "^" + "~".repeat(Math.max(0, width(marked) - 1));
        return new Excerpt((before + marked + after).stripTrailing(), width(before), marker);
    }

    private static int width(String shown) {
        return shown.codePointCount(0, shown.length());
    }

    /** A tab is as wide as in an editor wherever it stands, so that the caret stays below what it points at. */
    private static String shown(int[] characters, int from, int to) {
        return Quoted.clean(new String(characters, from, to - from).replace("\t", TAB));
    }
}
