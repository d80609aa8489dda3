package dev.contactcenter.cli;

import dev.contactcenter.cli.TestRun.OfFile;
import dev.contactcenter.cli.TestRun.OfPolicy;
import dev.contactcenter.cli.TestRun.Refused;
import dev.contactcenter.language.Checked;
import dev.contactcenter.language.CompiledPolicy;
import dev.contactcenter.language.PolicyDocument;
import dev.contactcenter.language.Problem;
import dev.contactcenter.language.Reading;
import dev.contactcenter.language.TestsDocument;
import dev.contactcenter.language.testing.Coverage;
import dev.contactcenter.language.testing.PolicyTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads files of tests and the policies that they are about, and runs them. Each policy is read once. */
final class TestRunner {

    private static final String SUFFIX = ".tests";

    private final Documents documents;
    private final Map<Path, Tested> policies = new LinkedHashMap<>();
    private final List<OfFile> files = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    TestRunner(Documents documents) {
        this.documents = documents;
    }

    TestRun run(List<Path> tests) {
        tests.forEach(file -> {
            try {
                files.add(run(file));
            } catch (Documents.Unreadable e) {
                unreadable.add(String.valueOf(e.getMessage()));
            }
        });
        List<OfPolicy> covered = policies.values().stream()
                .filter(tested -> tested.reading instanceof Reading.Valid)
                .filter(tested -> tested.complete)
                .map(tested -> new OfPolicy(tested.file, tested.coverage()))
                .toList();
        return new TestRun(files, covered, unreadable);
    }

    private OfFile run(Path file) throws Documents.Unreadable {
        byte[] tests = documents.policy(file.toString());
        Tested policy = policy(policyOf(file, tests));
        return switch (policy.reading) {
            case Reading.Invalid invalid -> refused(file, policy.file, policy.text, invalid.problems());
            case Reading.Valid valid -> run(file, tests, policy, valid.policy());
        };
    }

    private static OfFile run(Path file, byte[] tests, Tested policy, CompiledPolicy compiled) {
        return switch (TestsDocument.read(tests, compiled)) {
            case Checked.Refused<List<PolicyTest>> refused -> {
                // What the others leave out, this one may reach.
                policy.complete = false;
                yield refused(file, file.toString(), PolicyDocument.display(tests), refused.problems());
            }
            case Checked.Usable<List<PolicyTest>> usable -> {
                List<PolicyTest.Result> results = usable.value().stream()
                        .map(test -> test.run(compiled.decider()))
                        .toList();
                policy.results.addAll(results);
                yield new OfFile(file.toString(), results, List.of());
            }
        };
    }

    private static OfFile refused(Path file, String document, String text, List<Problem> problems) {
        return new OfFile(file.toString(), List.of(), List.of(new Refused(document, text, problems)));
    }

    private static Path policyOf(Path file, byte[] tests) {
        return TestsDocument.policyFile(tests)
                .map(file::resolveSibling)
                .orElseGet(
                        () -> file.resolveSibling(file.getFileName().toString().replace(SUFFIX, "")))
                .normalize();
    }

    private Tested policy(Path file) throws Documents.Unreadable {
        Tested known = policies.get(file);
        if (known != null) {
            return known;
        }
        byte[] bytes = documents.policy(file.toString());
        var read = new Tested(file.toString(), PolicyDocument.display(bytes), PolicyDocument.read(bytes));
        policies.put(file, read);
        return read;
    }

    /** A policy and what its tests found so far. */
    private static final class Tested {

        private final String file;
        private final String text;
        private final Reading reading;
        private final List<PolicyTest.Result> results = new ArrayList<>();
        private boolean complete = true;

        private Tested(String file, String text, Reading reading) {
            this.file = file;
            this.text = text;
            this.reading = reading;
        }

        private Coverage coverage() {
            return reading instanceof Reading.Valid valid
                    ? Coverage.of(valid.policy().policy(), results)
                    : new Coverage(List.of());
        }
    }
}
