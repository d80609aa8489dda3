package dev.contactcenter.endpoints.body;

/** What stopped the reading of a body. Its message says what is wrong, and what would be right; a sentence. */
public final class UnusableException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param problem what is wrong, and what would be right; a sentence */
    public UnusableException(String problem) {
        super(problem, null, false, false);
    }

    /** The sentence. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
