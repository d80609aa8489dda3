package dev.contactcenter.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the tests of policies. */
@Command(
        name = "test",
        description = {
            "Runs the tests of policies: requests and the answers that are expected.",
            "",
            "They stand beside a policy: my-policy.tests.yaml beside my-policy.yaml. What is not as expected is told"
                    + " with where each rule stood. A rule that no test covers is a failure too, because nobody would"
                    + " notice if it were lost."
        },
        footer = {
            "Examples:",
            "  contact-center policy test my-policy.yaml",
            "  contact-center policy test --junit target/policy-tests.xml realm-exports",
            "",
            "How to write tests: docs/reference/policy-tests.md."
        })
final class TestCommand implements Callable<Integer> {

    private final Documents documents;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files of tests, or policies that have one beside them; of a folder, all that are called"
                    + " *.tests.yaml in it and below.")
    private List<String> paths = List.of();

    @Option(names = "--allow-uncovered", description = "A rule that no test covers is told, but is no failure.")
    private boolean allowUncovered;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Also writes the results there as JUnit XML, for a build server.")
    private @Nullable Path junit;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How it is told: text or json. Default: ${DEFAULT-VALUE}.")
    private CheckOptions.Format format = CheckOptions.Format.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TestCommand(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        try {
            TestRun run = new TestRunner(documents).run(documents.tests(paths));
            if (junit != null) {
                documents.write(junit, JUnitXml.of(run, allowUncovered));
            }
            switch (format) {
                case TEXT ->
                    out.print(new TestReport(spec.commandLine().getColorScheme().ansi(), allowUncovered).of(run));
                case JSON -> out.println(TestJson.of(run, allowUncovered));
            }
            run.unreadable()
                    .forEach(why ->
                            err.println(spec.commandLine().getColorScheme().errorText(why)));
            out.flush();
            err.flush();
            if (!run.unreadable().isEmpty()) {
                return ExitCode.WRONG_USE;
            }
            return run.passed(allowUncovered) ? ExitCode.FINE : ExitCode.PROBLEMS;
        } catch (Documents.Unreadable e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
