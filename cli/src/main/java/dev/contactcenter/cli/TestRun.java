package dev.contactcenter.cli;

import dev.contactcenter.language.Problem;
import dev.contactcenter.language.testing.Coverage;
import dev.contactcenter.language.testing.PolicyTest;
import java.util.List;

/**
 * What came of the tests of some files.
 *
 * @param files in the order in which they ran
 * @param policies that were tested, and how much of each its files reach together
 * @param unreadable files that cannot be read, each as a sentence
 */
record TestRun(List<OfFile> files, List<OfPolicy> policies, List<String> unreadable) {

    /**
     * One file of tests.
     *
     * @param refused the documents that have problems: the file, or its policy; then there are no results
     */
    record OfFile(String file, List<PolicyTest.Result> results, List<Refused> refused) {

        boolean passed() {
            return refused.isEmpty() && results.stream().allMatch(PolicyTest.Result::passed);
        }
    }

    /** A document with its problems. */
    record Refused(String file, String text, List<Problem> problems) {}

    /** A policy that was tested. */
    record OfPolicy(String file, Coverage coverage) {}

    boolean passed(boolean allowUncovered) {
        return files.stream().allMatch(OfFile::passed)
                && (allowUncovered
                        || policies.stream()
                                .allMatch(
                                        policy -> policy.coverage().uncovered().isEmpty()));
    }

    List<PolicyTest.Result> results() {
        return files.stream().flatMap(file -> file.results().stream()).toList();
    }
}
