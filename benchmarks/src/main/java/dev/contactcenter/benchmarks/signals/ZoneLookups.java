package dev.contactcenter.benchmarks.signals;

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

/** What JMH runs: one look-up after the other. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ZoneLookups {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** From the text of an address to the name of its zone. */
    @Benchmark
    public Object zone(Addresses addresses, Clock clock) {
        clock.count++;
        return addresses.next();
    }

    /** Who looks up, among how many blocks. */
    @State(Scope.Thread)
    public static class Addresses {

        /** Who. */
        @Param
        Ways way = Ways.ENGINE;

        /** How many blocks. */
        @Param({"100", "10000", "100000"})
        int blocks = 100;

        /** Of which family. */
        @Param({"ipv4", "ipv6"})
        String family = "ipv4";

        private String[] texts = new String[0];
        private Lookup lookup = address -> address;
        private int at;

        /** Makes the table. */
        @Setup(Level.Trial)
        public void set() {
            Network network = Network.of(blocks, family.equals("ipv6"));
            texts = network.addresses().toArray(String[]::new);
            lookup = way.over(network);
        }

        final Object next() {
            at = (at + 1) & (Network.ADDRESSES - 1);
            return lookup.zoneOf(texts[at]);
        }
    }

    /** Counts look-ups and the processor time of the thread that makes them: the machine may do other things as well. */
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

        /** How many look-ups there were since the iteration began. */
        public long lookups() {
            return count;
        }

        /** The processor time of this thread since the iteration began, in nanoseconds. */
        public long processorTime() {
            return THREADS.getCurrentThreadCpuTime() - beganAt;
        }
    }
}
