package dev.contactcenter.language.condition;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A thread with a stack of a known size: on a caller's small one an overflow could leave a class of a parser half initialised,
 * and then no policy could be read until the server starts again.
 */
public final class RoomyThread extends Thread {

    /** More than the parsers need for what passes their bounds. */
    private static final long STACK_BYTES = 4L << 20;

    private RoomyThread(Runnable work) {
        super(null, work, "contact-center-policy", STACK_BYTES);
        setDaemon(true);
    }

    /** What the work yields, done on a roomy stack; at once if the caller's is one already. */
    public static <T> T call(Supplier<T> work) {
        if (Thread.currentThread() instanceof RoomyThread) {
            return work.get();
        }
        return awaited(begun(work));
    }

    /** Does the work on several roomy threads at once, and returns when all of them have ended. */
    static void callOnEach(int threads, Supplier<Integer> work) {
        Stream.generate(() -> begun(work)).limit(threads).toList().forEach(RoomyThread::awaited);
    }

    private static <T> FutureTask<T> begun(Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        new RoomyThread(task).start();
        return task;
    }

    /** The work is bounded and ends by itself: half of it is of no use, so that an interrupt has to wait. */
    private static <T> T awaited(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A policy could not be read", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
