package dev.contactcenter.cli;

import dev.contactcenter.language.PolicyDocument;
import dev.contactcenter.language.Problem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;

/** Checks file after file and tells what was found: to the reader, to the script, and by the exit code. */
final class Check {

    private final Documents documents;
    private final OfOne check;
    private final PrintWriter out;
    private final PrintWriter err;
    private final ColorScheme colours;

    Check(CommandSpec spec, Documents documents, OfOne check) {
        this.documents = documents;
        this.check = check;
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
        this.colours = spec.commandLine().getColorScheme();
    }

    /** What is looked for in one document. */
    interface OfOne {

        /** What was found. */
        Outcome of(byte[] document);
    }

    /**
     * What was found in one document.
     *
     * @param summary what to say if there is no problem
     */
    record Outcome(boolean passed, List<Problem> problems, String summary) {}

    /** The exit code. A file that cannot be read does not keep the others from being checked. */
    int of(CheckOptions options) {
        List<Checked> all = new ArrayList<>();
        int exit = ExitCode.FINE;
        for (String file : options.files()) {
            try {
                byte[] document = documents.policy(file);
                var checked = new Checked(Documents.name(file), PolicyDocument.display(document), check.of(document));
                exit = Math.max(exit, checked.outcome().passed() ? ExitCode.FINE : ExitCode.PROBLEMS);
                all.add(checked);
            } catch (Documents.Unreadable e) {
                err.println(colours.errorText(String.valueOf(e.getMessage())));
                exit = ExitCode.WRONG_USE;
            }
        }
        switch (options.format()) {
            case TEXT -> all.forEach(this::tell);
            case JSON -> out.println(JsonReport.of(all));
        }
        out.flush();
        err.flush();
        return exit;
    }

    private void tell(Checked checked) {
        Outcome outcome = checked.outcome();
        out.println(
                outcome.problems().isEmpty()
                        ? checked.file() + ": " + outcome.summary()
                        : Colours.report(colours.ansi(), checked.file(), checked.text())
                                .of(outcome.problems()));
    }

    /**
     * One document and what was found in it.
     *
     * @param file what the reader calls it
     */
    record Checked(String file, String text, Outcome outcome) {}
}
