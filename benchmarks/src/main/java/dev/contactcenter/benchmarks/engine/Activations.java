package dev.contactcenter.benchmarks.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What JMH runs: from the text of a document to a policy that decides, the first time in a new JVM and again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Activations {

    private final String text = PolicyText.of(PolicyGenerator.spread(1000));

    /** Reads, checks and compiles 1,000 rules. */
    @Benchmark
    public Object activate() {
        return Engine.activate(text);
    }
}
