package dev.contactcenter.benchmarks.continuous;

import dev.contactcenter.benchmarks.engine.Figure;
import dev.contactcenter.benchmarks.engine.Limit;
import dev.contactcenter.benchmarks.server.SignIns;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The time from a signal at one server to the first refused refresh, and to the first inactive introspection, at the other. */
final class SignalSpeed {

    private static final double NANOS_IN_A_MILLI = 1e6;
    private static final double A_SECOND = 1000;

    private final String name;
    private final Percentiles refresh = new Percentiles();
    private final Percentiles introspection = new Percentiles();

    /** @param name of the kind of signal, kebab case */
    SignalSpeed(String name) {
        this.name = name;
    }

    /** What ends a session, sent to the first server. */
    interface Signal {
        void send() throws IOException, InterruptedException;
    }

    /** Sends one signal while both questions are asked, and takes the time from before it is sent until each is answered with no. */
    void measure(Watch watch, SignIns.Tokens tokens, Signal signal) throws IOException, InterruptedException {
        Watch.Question refreshed = watch.refresh(tokens);
        Watch.Question introspected = watch.introspection(tokens);
        if (!refreshed.goesOn() || !introspected.goesOn()) {
            throw new IllegalStateException("The session is not in use at the second server: " + name);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Long> untilRefused = () -> Watch.end(refreshed);
            Callable<Long> untilInactive = () -> Watch.end(introspected);
            Future<Long> refused = threads.submit(untilRefused);
            Future<Long> inactive = threads.submit(untilInactive);
            long before = System.nanoTime();
            signal.send();
            refresh.add((refused.get() - before) / NANOS_IN_A_MILLI);
            introspection.add((inactive.get() - before) / NANOS_IN_A_MILLI);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The second server could not be asked: " + name, e);
        }
    }

    void tell(Results results) {
        tell(results, "refused-refresh", refresh);
        tell(results, "inactive-introspection", introspection);
    }

    private void tell(Results results, String effect, Percentiles times) {
        String figure = name + "-to-" + effect;
        results.tell(Figure.alone(figure + "-p50", times.at(50), "ms"));
        results.tell(Figure.alone(figure + "-p95", times.at(95), "ms"));
        results.tell(Figure.alone(figure + "-max", times.most(), "ms, of " + times.count()));
        results.tell(Limit.atMost(figure + ", p95", times.at(95), A_SECOND, "ms"));
    }
}
