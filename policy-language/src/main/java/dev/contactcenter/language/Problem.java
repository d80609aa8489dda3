package dev.contactcenter.language;

/**
 * One thing in a policy document that cannot be used, and what would be right.
 *
 * @param path where, as in {@code rules[2].require.acr}; empty for the document as a whole
 * @param line 1-based
 * @param column 1-based
 * @param what a clause that names the thing and why it cannot be used
 * @param suggestion a clause that says what would be right; empty if nothing can be suggested
 */
public record Problem(String path, int line, int column, String what, String suggestion) {

    /** One line for the person who wrote the document. */
    public String message() {
        String place = "line " + line + ", column " + column + (path.isEmpty() ? "" : ", at " + path);
        return place + ": " + what + (suggestion.isEmpty() ? "" : "; " + suggestion);
    }
}
