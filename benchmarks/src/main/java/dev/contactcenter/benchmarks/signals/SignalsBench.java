package dev.contactcenter.benchmarks.signals;

import static java.util.Objects.requireNonNull;

import dev.contactcenter.benchmarks.engine.Figure;
import dev.contactcenter.benchmarks.engine.Limit;
import dev.contactcenter.demo.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Compares how zones are looked up: the engine, the walk that defines it, and a library. */
final class SignalsBench {

    private static final List<Integer> SIZES = List.of(100, 10_000, 100_000);
    private static final List<String> FAMILIES = List.of("ipv4", "ipv6");

    private final List<Figure> figures = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();

    private SignalsBench() {}

    /**
     * Prints one line a figure and one a limit, and writes the same as JSON under {@code target/bench/}. It fails if somebody finds
     * another zone, never because of a time.
     *
     * @param arguments {@code --quick} for a short run, too short to be quoted
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Path folder = ProjectFolder.find().state("bench");
        Files.createDirectories(folder);
        boolean quick = List.of(arguments).contains("--quick");
        check();
        var bench = new SignalsBench();
        bench.lookups(run(folder.resolve("signals-jmh.log"), quick ? 1 : 3, quick ? 2 : 4));
        bench.tell(folder);
    }

    private static void check() {
        for (String family : FAMILIES) {
            Network network = Network.of(2000, family.equals("ipv6"));
            Lookup reference = Ways.LINEAR_WALK.over(network);
            for (Ways way : Ways.values()) {
                Lookup lookup = way.over(network);
                for (String address : network.addresses()) {
                    if (!lookup.zoneOf(address).equals(reference.zoneOf(address))) {
                        throw new IllegalStateException(way.label() + " finds another zone for " + address);
                    }
                }
                System.out.printf("# %s, %s: 0 mismatches over %d addresses%n", way.label(), family, Network.ADDRESSES);
            }
        }
    }

    private static Collection<RunResult> run(Path log, int forks, int rounds) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(ZoneLookups.class.getName() + "\\..*")
                        .forks(forks)
                        .warmupIterations(rounds)
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementIterations(rounds)
                        .measurementTime(TimeValue.milliseconds(500))
                        .jvmArgs("-Xms512m", "-Xmx512m")
                        .output(log.toString())
                        .shouldFailOnError(true)
                        .build())
                .run();
    }

    private void lookups(Collection<RunResult> results) {
        for (String family : FAMILIES) {
            double few = time(results, Ways.ENGINE, SIZES.getFirst(), family);
            for (int size : SIZES) {
                double engine = time(results, Ways.ENGINE, size, family);
                for (Ways way : Ways.values()) {
                    double time = time(results, way, size, family);
                    String name = "zone-" + family + "-" + size + "-" + way.label();
                    figures.add(new Figure(name, time, "ns", time / engine, Ways.ENGINE.label()));
                }
            }
            double usual = time(results, Ways.ENGINE, 10_000, family);
            double many = time(results, Ways.ENGINE, SIZES.getLast(), family);
            double library = time(results, Ways.IPADDRESS_TRIE, 10_000, family);
            limits.add(Limit.atMost(family + " look-up among 10,000 blocks", usual, 200, "ns"));
            limits.add(Limit.atMost(family + " among 100,000 blocks to 100", many / few, 3, "times"));
            limits.add(Limit.atMost(family + " engine to the library's trie", usual / library, 1, "of it"));
        }
    }

    /** The processor time of one look-up in the fastest iteration: what disturbs one only ever slows it. */
    private static double time(Collection<RunResult> results, Ways way, int size, String family) {
        return results.stream()
                .filter(one -> one.getParams().getParam("way").equals(way.name())
                        && one.getParams().getParam("blocks").equals(String.valueOf(size))
                        && one.getParams().getParam("family").equals(family))
                .flatMap(one -> one.getBenchmarkResults().stream())
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(one -> event(one, "processorTime") / event(one, "lookups"))
                .min()
                .orElseThrow();
    }

    private static double event(IterationResult iteration, String name) {
        return requireNonNull(iteration.getSecondaryResults().get(name)).getScore();
    }

    private void tell(Path folder) throws IOException {
        figures.forEach(figure -> System.out.println(figure.line()));
        limits.forEach(limit -> System.out.println(limit.line()));
        Files.writeString(
                folder.resolve("signals.json"),
                Stream.concat(
                                figures.stream().map(Figure::json),
                                limits.stream().map(Limit::json))
                        .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
    }
}
