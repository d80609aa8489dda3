package dev.contactcenter.language;

import java.util.List;

/**
 * What became of a document that is not a policy.
 *
 * @param <T> what it holds
 */
public sealed interface Checked<T> {

    /** It can be used. */
    record Usable<T>(T value) implements Checked<T> {}

    /**
     * It cannot be used.
     *
     * @param problems all of them, in document order; never empty
     */
    record Refused<T>(List<Problem> problems) implements Checked<T> {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
