package dev.contactcenter.language.testing;

import dev.contactcenter.engine.explanation.Explanation;
import dev.contactcenter.engine.matcher.Decider;
import dev.contactcenter.engine.request.AccessRequest;
import java.util.List;
import java.util.Optional;

/**
 * One request and what is expected of the answer.
 *
 * @param line of its file, 1-based
 */
public record PolicyTest(String name, int line, AccessRequest request, List<Expected> expected) {

    public PolicyTest {
        expected = List.copyOf(expected);
    }

    /** Puts the request to a policy. */
    public Result run(Decider decider) {
        Explanation explanation = decider.explain(request);
        return new Result(
                this,
                explanation,
                expected.stream()
                        .map(each -> mismatch(each, explanation))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Mismatch> mismatch(Expected expected, Explanation explanation) {
        String actual = expected.aspect().of(explanation.decision());
        return actual.equals(expected.text()) ? Optional.empty() : Optional.of(new Mismatch(expected, actual));
    }

    /**
     * What came of it.
     *
     * @param mismatches none if it passed
     */
    public record Result(PolicyTest test, Explanation explanation, List<Mismatch> mismatches) {

        public Result {
            mismatches = List.copyOf(mismatches);
        }

        /** Whether everything is as expected. */
        public boolean passed() {
            return mismatches.isEmpty();
        }
    }

    /** Something that is not as expected. */
    public record Mismatch(Expected expected, String actual) {

        /** As a sentence. */
        public String message() {
            return expected.aspect().key() + ": expected " + expected.text() + ", but was " + actual;
        }
    }
}
