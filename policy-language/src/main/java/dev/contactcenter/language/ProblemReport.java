package dev.contactcenter.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells problems the way compilers do: file, line and column, the sentence, the line itself and a caret below it.
 *
 * <p>The only place that does so: the command line, the REST answer, the admin console and the log say the same words.
 */
public final class ProblemReport {

    /** The file name where the text does not come from a file, as in a realm's component. */
    public static final String UNNAMED = "policy";

    private final String file;
    private final List<String> lines;
    private final Emphasis emphasis;

    /**
     * A report without colours.
     *
     * @param file what the reader calls the document
     * @param text the document, for its lines
     */
    public ProblemReport(String file, String text) {
        this(file, text, Emphasis.NONE);
    }

    /** A report with some of its parts emphasised. */
    public ProblemReport(String file, String text, Emphasis emphasis) {
        this.file = Quoted.clean(file);
        this.lines = lines(text);
        this.emphasis = emphasis;
    }

    /** How the parts of a report are set off from each other. The text between what it adds stays the same. */
    public interface Emphasis {

        /** Nothing is set off. */
        Emphasis NONE = (part, text) -> text;

        /** The text with whatever sets it off around it. */
        String of(Part part, String text);

        /** What can be set off. */
        enum Part {
            PLACE,
            ERROR,
            WARNING,
            CARET
        }
    }

    /** All problems, each on one line and with an excerpt where one helps; lines end with a line feed but the last. */
    public String of(List<Problem> problems) {
        return problems.stream().map(this::one).collect(Collectors.joining("\n"));
    }

    private String one(Problem problem) {
        String place = file + ":" + problem.line() + ":" + problem.column() + ":";
        String head = emphasis.of(Emphasis.Part.PLACE, place) + " " + sentence(problem);
        return problem.length() == 0 || problem.line() > lines.size() ? head : head + excerpt(problem);
    }

    private String sentence(Problem problem) {
        return switch (problem.severity()) {
            case ERROR -> emphasis.of(Emphasis.Part.ERROR, problem.message());
            case WARNING -> emphasis.of(Emphasis.Part.WARNING, "warning:") + " " + problem.message() + code(problem);
        };
    }

    private static String code(Problem problem) {
        return problem.code().isEmpty() ? "" : " [" + problem.code() + "]";
    }

    private String excerpt(Problem problem) {
        String line = lines.get(problem.line() - 1);
        if (line.isBlank()) {
            return "";
        }
        Excerpt excerpt = Excerpt.of(line, problem.column(), problem.length());
        String number = "%5d".formatted(problem.line());
        return "\n" + number + " | " + excerpt.text() + "\n" + " ".repeat(number.length()) + " | "
                + " ".repeat(excerpt.indent()) + emphasis.of(Emphasis.Part.CARET, excerpt.marker());
    }

    /** As the parsers count them: a carriage return, alone or with a line feed, ends a line. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        String rest = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int start = 0;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            boolean half = c == '\r' && i + 1 < rest.length() && rest.charAt(i + 1) == '\n';
            if (!half && (c == '\n' || c == '\r')) {
                int end = c == '\n' && i > start && rest.charAt(i - 1) == '\r' ? i - 1 : i;
                lines.add(rest.substring(start, end));
                start = i + 1;
            }
        }
        lines.add(rest.substring(start));
        return lines;
    }
}
