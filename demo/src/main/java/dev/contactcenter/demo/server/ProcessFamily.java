package dev.contactcenter.demo.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A process and its children: {@code kc.sh} starts Java as a child, which would outlive it. */
final class ProcessFamily {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ProcessFamily() {}

    /** Ends all politely, and by force who does not follow. */
    static void end(Process parent) {
        strike(parent, ProcessHandle::destroy);
    }

    /** Ends all at once, as {@code kill -9} does. */
    static void kill(Process parent) {
        strike(parent, ProcessHandle::destroyForcibly);
    }

    /** The id of the Java process; the parent's own if it has no child. */
    static long javaPid(Process parent) {
        return parent.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElse(parent.pid());
    }

    private static void strike(Process parent, Consumer<ProcessHandle> blow) {
        List<ProcessHandle> family = new ArrayList<>(parent.descendants().toList());
        family.add(parent.toHandle());
        family.forEach(blow);
        try {
            for (ProcessHandle member : family) {
                member.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            family.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            family.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
