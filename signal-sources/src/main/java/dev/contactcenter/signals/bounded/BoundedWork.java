package dev.contactcenter.signals.bounded;

import dev.contactcenter.kit.thread.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the database beside the requests. Each request holds a connection of the pool already: if it waited for a second one, then
 * as many requests as the pool is large would wait for each other. Here a few threads share a few connections, and whoever waits
 * gives up in time.
 */
public final class BoundedWork implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int WAITING = 2000;
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final ThreadPoolExecutor threads;

    /** @param name of the threads, for whoever reads a thread dump */
    public BoundedWork(String name) {
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                DaemonThreads.named(name));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Begins what nobody waits for; tells whether there was room for it. */
    public boolean begin(Runnable task) {
        try {
            threads.execute(task);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    /**
     * Waits for a result.
     *
     * @throws TimeoutException if there is none in time, or no room to work it out
     * @throws ExecutionException if it failed
     */
    public <T> T within(Duration timeout, Callable<T> task) throws TimeoutException, ExecutionException {
        Future<T> result;
        try {
            result = threads.submit(task);
        } catch (RejectedExecutionException full) {
            throw new TimeoutException("too many look-ups are waiting");
        }
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("the look-up was interrupted");
        } finally {
            // Without an interrupt, which a connection of the database might not survive; one that has not begun never
            // does.
            result.cancel(false);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
