package dev.contactcenter.cli;

import dev.contactcenter.language.ProblemReport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours for people at a terminal; nobody else is shown any. */
final class Colours {

    private Colours() {}

    static ProblemReport report(Ansi ansi, String file, String text) {
        return ansi.enabled() ? new ProblemReport(file, text, Colours::of) : new ProblemReport(file, text);
    }

    private static String of(ProblemReport.Emphasis.Part part, String text) {
        return switch (part) {
            case PLACE -> with(text, Style.bold);
            case ERROR -> with(text, Style.fg_red);
            case WARNING -> with(text, Style.fg_yellow);
            case CARET -> with(text, Style.bold, Style.fg_cyan);
        };
    }

    /** The text set off for who sees colours. */
    static String of(Ansi ansi, String text, IStyle... styles) {
        return ansi.enabled() ? with(text, styles) : text;
    }

    /** Not by picocli's markup, because the text may hold what looks like it. */
    private static String with(String text, IStyle... styles) {
        return Stream.of(styles).map(IStyle::on).collect(Collectors.joining()) + text + Style.reset.on();
    }
}
