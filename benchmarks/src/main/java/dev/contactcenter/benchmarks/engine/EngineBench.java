package dev.contactcenter.benchmarks.engine;

import dev.contactcenter.demo.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the engine with hand-written Java and with other policy engines: one policy, one set of requests, one JMH run. What
 * counts are the ratios; the times are only as good as the machine.
 */
final class EngineBench {

    private static final int CHECKED = 1000;
    private static final int MEBI = 1 << 20;

    private final List<Figure> figures = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private final Path folder;
    private final boolean quick;

    private EngineBench(Path folder, boolean quick) {
        this.folder = folder;
        this.quick = quick;
    }

    /**
     * Prints one line a figure and one a limit, and writes the same as JSON under {@code target/bench/}. It fails if contenders
     * decide differently, never because of a time.
     *
     * @param arguments {@code --quick} for a short run, too short to be quoted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = ProjectFolder.find().state("bench");
        Files.createDirectories(folder);
        var bench = new EngineBench(folder, List.of(arguments).contains("--quick"));
        check();
        bench.decisions();
        bench.activation();
        bench.replacement();
        bench.tell();
    }

    private static void check() {
        NeutralPolicy standard = PolicyGenerator.standard(100);
        NeutralPolicy spread = PolicyGenerator.spread(1000);
        var ofStandard = new SameDecisions(standard, CHECKED);
        System.out.println("# standard: " + standard.shape() + "; " + ofStandard.mix());
        for (Contenders contender : Contenders.values()) {
            System.out.printf("# %s: 0 mismatches over %d requests%n", contender.label(), ofStandard.check(contender));
        }
        var ofSpread = new SameDecisions(spread, CHECKED);
        System.out.println("# spread: " + spread.shape() + "; " + ofSpread.mix());
        System.out.printf(
                "# %s, spread: 0 mismatches over %d requests%n",
                Contenders.ENGINE.label(), ofSpread.check(Contenders.ENGINE));
    }

    private void decisions() {
        Measured measured = Measured.decisions(folder.resolve("engine-jmh.log"), quick ? 1 : 3, quick ? 2 : 4);
        double reference = measured.decision("standard", Contenders.HAND_WRITTEN.name());
        double engine = measured.decision("standard", Contenders.ENGINE.name());
        for (Contenders contender : Contenders.values()) {
            double time = measured.decision("standard", contender.name());
            figures.add(new Figure("decision-" + contender.label(), time, "ns", time / reference, "hand-written"));
            double bytes = measured.allocated("standard", contender.name());
            figures.add(Figure.alone("allocation-" + contender.label(), bytes, "B"));
            limits.addAll(slower(contender, time / engine));
        }
        double spread = measured.decision("spread", "");
        figures.add(new Figure("decision-engine-1000-rules", spread, "ns", spread / engine, "100 rules"));
        limits.add(Limit.atMost("engine to hand-written Java", engine / reference, 1, "of it"));
        limits.add(Limit.atMost(
                "allocation a decision", measured.allocated("standard", Contenders.ENGINE.name()), 100, "B"));
        limits.add(Limit.atMost("1,000 rules to 100", spread / engine, 3, "times"));
    }

    /** How many times slower than the engine a peer has to be. */
    private static List<Limit> slower(Contenders contender, double times) {
        String what = contender.label() + " to engine";
        return switch (contender) {
            case HAND_WRITTEN, ENGINE -> List.of();
            case CEL_PLANNER -> List.of(Limit.atLeast(what, times, 8, "times"));
            case CEDAR, JCASBIN -> List.of(Limit.atLeast(what, times, 400, "times"));
        };
    }

    private void activation() {
        Measured measured = Measured.activations(folder.resolve("engine-activation-jmh.log"), quick ? 1 : 3);
        double first = Collections.max(measured.each("activate"));
        double again = Collections.min(measured.each("activate"));
        double weight = Weight.of(PolicyText.of(PolicyGenerator.spread(1000))) / MEBI;
        figures.add(Figure.alone("activation-1000-rules-first", first, "ms"));
        figures.add(new Figure("activation-1000-rules-again", again, "ms", again / first, "the first"));
        figures.add(Figure.alone("heap-1000-rules", weight, "MiB"));
        limits.add(Limit.atMost("first activation of 1,000 rules", first, 2000, "ms"));
        limits.add(Limit.atMost("heap of 1,000 rules", weight, 20, "MiB"));
    }

    private void replacement() throws InterruptedException {
        var replacement = new Replacement();
        Duration time = Duration.ofSeconds(quick ? 3 : 10);
        replacement.run(Duration.ofSeconds(2), true);
        Replacement.Seen calm = replacement.run(time, false);
        Replacement.Seen busy = replacement.run(time, true);
        double seconds = busy.nanos() / 1e9;
        figures.add(Figure.alone("replacement-decisions", busy.decisions() / seconds, "per s"));
        figures.add(Figure.alone("replacement-policies", busy.replacements() / seconds, "per s"));
        figures.add(new Figure(
                "replacement-longest-decision",
                busy.longestNanos() / 1e6,
                "ms",
                (double) busy.longestNanos() / calm.longestNanos(),
                "the longest without replacements"));
        limits.add(Limit.atMost("mixed decisions while replacing", (double) busy.mixed(), 0, "decisions"));
    }

    private void tell() throws IOException {
        figures.forEach(figure -> System.out.println(figure.line()));
        limits.forEach(limit -> System.out.println(limit.line()));
        Files.writeString(
                folder.resolve("engine.json"),
                Stream.concat(
                                figures.stream().map(Figure::json),
                                limits.stream().map(Limit::json))
                        .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
    }
}
