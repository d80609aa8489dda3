package dev.contactcenter.listeners.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

/** In which portions lines are offered to a sink: as many at once as it takes, and where it wants fewer, in halves. */
final class Portions {

    private final int lines;
    private final int most;
    /** Of the portion that is offered and of those that were too much, the nearest first; empty at the end only. */
    private final Deque<Integer> ends = new ArrayDeque<>();

    private int from;

    /** @param most lines in a portion, at least 1 */
    Portions(int lines, int most) {
        this.lines = lines;
        this.most = most;
        begin();
    }

    private void begin() {
        if (ends.isEmpty() && from < lines) {
            ends.push(from + Math.min(most, lines - from));
        }
    }

    /** Whether something is to be offered. */
    boolean more() {
        return !ends.isEmpty();
    }

    /** The first line of the portion, from 0. */
    int from() {
        return from;
    }

    /** The line after its last. */
    int to() {
        return ends.element();
    }

    /** The sink has the portion. */
    void taken() {
        from = ends.pop();
        begin();
    }

    /** Leaves out the line, and has all before it. */
    void goOnAfter(int line) {
        from = line + 1;
        while (!ends.isEmpty() && ends.element() <= from) {
            ends.pop();
        }
        begin();
    }

    /**
     * The sink wants fewer.
     *
     * @throws IllegalStateException if it is one line already
     */
    void halve() {
        int size = to() - from;
        if (size < 2) {
            throw new IllegalStateException("A line cannot be halved, because it is one record");
        }
        ends.push(from + size / 2);
    }
}
