package dev.contactcenter.demo.recordings;

/** Whether a request is served. */
sealed interface Verdict {

    /** It is. */
    record Granted() implements Verdict {}

    /**
     * It is not.
     *
     * @param challenge the {@code WWW-Authenticate} header
     */
    record Refused(int status, String challenge) implements Verdict {}
}
