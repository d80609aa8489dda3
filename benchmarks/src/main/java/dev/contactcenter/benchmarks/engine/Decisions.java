package dev.contactcenter.benchmarks.engine;

import dev.contactcenter.engine.request.AccessRequest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH runs: one decision after the other, over the requests of a working day. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Decisions {

    private static final int REQUESTS = 128;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** One decision by a policy of 100 rules. */
    @Benchmark
    public Object standard(Standard state, Clock clock) {
        clock.count++;
        return state.next();
    }

    /** One decision by a policy of 1,000 rules that are spread over actions. */
    @Benchmark
    public Object spread(Spread state, Clock clock) {
        clock.count++;
        return state.next();
    }

    /** 100 rules, every contender. */
    @State(Scope.Thread)
    public static class Standard extends Round {

        /** Who decides. */
        @Param
        Contenders contender = Contenders.HAND_WRITTEN;

        /** Compiles the policy. */
        @Setup(Level.Trial)
        public void set() {
            begin(contender, PolicyGenerator.standard(100));
        }
    }

    /** 1,000 rules, the engine alone. */
    @State(Scope.Thread)
    public static class Spread extends Round {

        /** Compiles the policy. */
        @Setup(Level.Trial)
        public void set() {
            begin(Contenders.ENGINE, PolicyGenerator.spread(1000));
        }
    }

    /** Goes round the requests, few enough to stay in the processor's cache, as a request does that was just made. */
    @State(Scope.Thread)
    public static class Round {

        private AccessRequest[] requests = new AccessRequest[0];
        private Contender contender = request -> request;
        private int at;

        final void begin(Contenders name, NeutralPolicy policy) {
            contender = name.make(policy);
            requests = Requests.usual(policy, REQUESTS).toArray(AccessRequest[]::new);
        }

        final Object next() {
            at = (at + 1) & (REQUESTS - 1);
            return contender.decide(requests[at]);
        }
    }

    /**
     * Counts decisions and the processor time of the thread that decides: on a machine that others use as well, the time on the wall
     * is mostly theirs.
     */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Clock {

        private long count;
        private long beganAt;

        /** Begins to count. */
        @Setup(Level.Iteration)
        public void reset() {
            count = 0;
            beganAt = THREADS.getCurrentThreadCpuTime();
        }

        /** How many decisions there were since the iteration began. */
        public long decisions() {
            return count;
        }

        /** The processor time of this thread since the iteration began, in nanoseconds. */
        public long processorTime() {
            return THREADS.getCurrentThreadCpuTime() - beganAt;
        }
    }
}
