package dev.contactcenter.benchmarks.engine;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The results of one JMH run. */
final class Measured {

    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final String[] JVM = {"-Xms512m", "-Xmx512m", "--enable-native-access=ALL-UNNAMED"};

    private final Collection<RunResult> results;

    private Measured(Collection<RunResult> results) {
        this.results = results;
    }

    /** Runs every contender and the policy of 1,000 rules, one after the other, each in JVMs of its own. */
    static Measured decisions(Path log, int forks, int rounds) {
        return run(new OptionsBuilder()
                .include(Decisions.class.getName() + "\\..*")
                .addProfiler(GCProfiler.class)
                .forks(forks)
                .warmupIterations(rounds)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(rounds)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs(JVM)
                .output(log.toString()));
    }

    /** Activates 1,000 rules several times in each of several JVMs. */
    static Measured activations(Path log, int forks) {
        return run(new OptionsBuilder()
                .include(Activations.class.getName() + "\\..*")
                .forks(forks)
                .warmupIterations(0)
                .measurementIterations(5)
                .jvmArgs(JVM)
                .output(log.toString()));
    }

    private static Measured run(ChainedOptionsBuilder options) {
        try {
            return new Measured(new Runner(options.shouldFailOnError(true).build()).run());
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH did not run to its end", e);
        }
    }

    /**
     * The processor time of one decision in the fastest iteration of each fork, and of those the median: what disturbs a fork only
     * ever slows it, but two forks may have been compiled differently.
     */
    double decision(String benchmark, String contender) {
        List<Double> fastest = result(benchmark, contender).getBenchmarkResults().stream()
                .map(fork -> fork.getIterationResults().stream()
                        .mapToDouble(one -> event(one, "processorTime") / event(one, "decisions"))
                        .min()
                        .orElseThrow())
                .sorted()
                .toList();
        return fastest.get(fastest.size() / 2);
    }

    /** What each iteration took, in the order in which they ran. */
    List<Double> each(String benchmark) {
        return result(benchmark, "").getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList();
    }

    private static double event(IterationResult iteration, String name) {
        return requireNonNull(iteration.getSecondaryResults().get(name)).getScore();
    }

    /** Bytes allocated by one operation. */
    double allocated(String benchmark, String contender) {
        RunResult result = result(benchmark, contender);
        String name = result.getSecondaryResults().keySet().stream()
                .filter(key -> key.endsWith(ALLOCATION))
                .findFirst()
                .orElseThrow();
        return requireNonNull(result.getSecondaryResults().get(name)).getScore();
    }

    private RunResult result(String benchmark, String contender) {
        return results.stream()
                .filter(one -> one.getParams().getBenchmark().endsWith('.' + benchmark))
                .filter(one ->
                        contender.isEmpty() || contender.equals(one.getParams().getParam("contender")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH has no result for " + benchmark + ' ' + contender));
    }
}
