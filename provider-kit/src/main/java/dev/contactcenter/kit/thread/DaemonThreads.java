package dev.contactcenter.kit.thread;

import java.util.concurrent.ThreadFactory;

/** Makes threads that work beside requests, and that no server waits for when it ends. */
public final class DaemonThreads {

    private DaemonThreads() {}

    /**
     * A maker of threads with the class loader of whoever asks for it: a server's own threads load the classes of providers only through
     * that one.
     *
     * @param name of each, for whoever reads a thread dump
     */
    public static ThreadFactory named(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        };
    }
}
