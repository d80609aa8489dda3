package dev.contactcenter.benchmarks.server;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads servers in turns until none does the same with less processor time any more. Java compiles what runs often, and the server
 * with more to compile is done later: stopped after a fixed time, a comparison tells how far each has come.
 */
public final class WarmUp {

    /** So many rounds are compared with as many before them: one alone is as good as chance. */
    private static final int TOGETHER = 15;

    private static final int MOST = 120;

    /** Less is gained from then on than two runs differ by. */
    private static final double GAIN = 0.02;

    private WarmUp() {}

    /** A round of load. */
    @FunctionalInterface
    public interface Round {
        /** Runs it and tells what it took. */
        Taken run() throws IOException, InterruptedException;
    }

    /** All in turns. */
    public static void of(Round... servers) throws IOException, InterruptedException {
        List<Progress> all =
                Stream.generate(Progress::new).limit(servers.length).toList();
        for (int round = 0; round < MOST; round++) {
            int rounds = round;
            if (all.stream().allMatch(one -> one.isOver(rounds))) {
                return;
            }
            for (int server = 0; server < servers.length; server++) {
                all.get(server).add(round, servers[server].run());
            }
        }
        System.err.println(
                "The servers were still getting faster after " + MOST + " rounds: the ratio is not their last word");
    }

    private static final class Progress {

        private final double[] taken = new double[MOST];

        void add(int round, Taken one) {
            taken[round] = one.processor();
        }

        boolean isOver(int rounds) {
            return rounds >= 2 * TOGETHER && sum(rounds - TOGETHER) > (1 - GAIN) * sum(rounds - 2 * TOGETHER);
        }

        private double sum(int from) {
            double sum = 0;
            for (int round = from; round < from + TOGETHER; round++) {
                sum += taken[round];
            }
            return sum;
        }
    }
}
