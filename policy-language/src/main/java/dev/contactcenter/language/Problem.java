package dev.contactcenter.language;

/**
 * One thing in a policy document that cannot be used or is hardly meant, and what would be right.
 *
 * @param code names the kind of warning and never changes; empty for an error
 * @param path where, as in {@code rules[2].require.acr}; empty for the document as a whole
 * @param line 1-based
 * @param column 1-based, in characters
 * @param length how many characters from there on it is about, at most to the end of the line; 0 if the line says nothing
 * @param what a clause that names the thing and why it cannot be used
 * @param suggestion a clause that says what would be right; empty if nothing can be suggested
 */
public record Problem(
        Severity severity, String code, String path, int line, int column, int length, String what, String suggestion) {

    /** A problem whose kind has no name. */
    public Problem(Severity severity, String path, int line, int column, int length, String what, String suggestion) {
        this(severity, "", path, line, column, length, what, suggestion);
    }

    /** What a problem means for the document. */
    public enum Severity {
        /** The document cannot be activated. */
        ERROR,
        /** The document can be activated, but probably does not say what is meant. */
        WARNING
    }

    /** What is wrong and what would be right, on one line and without the place; {@link ProblemReport} tells that. */
    public String message() {
        return suggestion.isEmpty() ? what : what + "; " + suggestion;
    }
}
