package dev.contactcenter.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Everything found on the way through one document. */
final class Findings {

    /** Nobody corrects more at once, and a hostile document must not make us write megabytes of messages. */
    private static final int MOST = 100;

    private static final Comparator<Problem> IN_DOCUMENT_ORDER =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    private final Genre genre;
    private final List<Problem> errors = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();
    private final List<Problem> warnings = new ArrayList<>();
    private int more;

    Findings() {
        this(Genre.POLICY);
    }

    Findings(Genre genre) {
        this.genre = genre;
    }

    /** What they are found in. */
    Genre genre() {
        return genre;
    }

    void error(Place place, String what, String suggestion) {
        error(place, what, () -> suggestion);
    }

    /** At one place only the first problem is told: others follow from it. A suggestion is worked out if it is needed. */
    void error(Place place, String what, Supplier<String> suggestion) {
        if (!places.add(place.start())) {
            return;
        }
        if (errors.size() < MOST) {
            errors.add(problem(place, what, suggestion.get()));
        } else {
            more++;
        }
    }

    void warning(String code, Place place, String what, String suggestion) {
        if (warnings.size() < MOST) {
            warnings.add(new Problem(
                    Problem.Severity.WARNING,
                    code,
                    place.path(),
                    place.line(),
                    place.column(),
                    place.length(),
                    what,
                    suggestion));
        }
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    List<Problem> errors() {
        List<Problem> sorted = sorted(errors);
        if (more > 0) {
            Problem last = sorted.getLast();
            var end = new Place("", last.line(), last.column(), 0);
            sorted.add(problem(end, more + " more problems are not shown", ""));
        }
        return sorted;
    }

    List<Problem> warnings() {
        return sorted(warnings);
    }

    /** Takes over the errors of an attempt that turned out to be the one that counts. */
    void addAll(Findings others) {
        others.errors.forEach(problem -> error(
                new Place(problem.path(), problem.line(), problem.column(), problem.length()),
                problem.what(),
                problem.suggestion()));
        more += others.more;
    }

    private static Problem problem(Place place, String what, String suggestion) {
        return new Problem(
                Problem.Severity.ERROR, place.path(), place.line(), place.column(), place.length(), what, suggestion);
    }

    private static List<Problem> sorted(List<Problem> problems) {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(IN_DOCUMENT_ORDER);
        return sorted;
    }
}
