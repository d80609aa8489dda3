package dev.contactcenter.language.condition;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

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
        var task = new FutureTask<>(work::get);
        new RoomyThread(task).start();
        return awaited(task);
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
