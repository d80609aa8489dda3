package dev.contactcenter.demo.drill;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints what came of each step: a line each, with a mark at whatever is not as the policy says. */
final class Table {

    private static final String MARK = " (!)";
    private static final String TITLE = "%-"
            + Stream.of(Cut.values())
                    .mapToInt(cut -> cut.title().length())
                    .max()
                    .orElse(0) + "s ";

    /** Wide enough for all that is expected in a column. */
    private static final List<Integer> WIDTHS = IntStream.range(0, Cut.ACTIONS.size())
            .mapToObj(column -> Stream.concat(
                            Stream.of("tier 0 " + Cut.ACTIONS.get(column)),
                            Stream.of(Cut.values())
                                    .map(cut -> cut.expected().get(column).word()))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0))
            .toList();

    private final Duration bound;

    /** @param bound how long a person waits at most, whatever is cut */
    Table(Duration bound) {
        this.bound = bound;
    }

    /** For a sentence. */
    String bound() {
        return bound.toSeconds() + " s";
    }

    void head() {
        List<String> tiers = List.of("0", "1", "2", "3", "3");
        System.out.println(TITLE.formatted("")
                + cells(IntStream.range(0, tiers.size())
                        .mapToObj(column -> "tier " + tiers.get(column) + " " + Cut.ACTIONS.get(column))
                        .toList())
                + "slowest");
    }

    /** Tells whether all is as expected. */
    boolean line(String title, List<Outcome> expected, Desk.Answers met) {
        List<String> words = IntStream.range(0, expected.size())
                .mapToObj(column -> {
                    Outcome outcome = met.outcomes().get(column);
                    return outcome.word() + (outcome.equals(expected.get(column)) ? "" : MARK);
                })
                .toList();
        boolean inTime = met.slowest().compareTo(bound) <= 0;
        System.out.println(TITLE.formatted(title)
                + cells(words)
                + "%5.1f s".formatted(met.slowest().toMillis() / 1000.0)
                + (inTime ? "" : MARK));
        return inTime && met.outcomes().equals(expected);
    }

    private static String cells(List<String> words) {
        return IntStream.range(0, words.size())
                .mapToObj(column -> ("%-" + WIDTHS.get(column) + "s  ").formatted(words.get(column)))
                .collect(Collectors.joining());
    }
}
