package dev.contactcenter.benchmarks.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;

/** How much heap active policies hold: the growth by several of them, each compiled anew, after the garbage is collected. */
final class Weight {

    private static final int POLICIES = 5;
    private static final int COLLECTIONS = 3;

    private Weight() {}

    /** Bytes that one policy of this text holds. */
    static double of(String text) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        // The first one also brings what all of them share.
        List<Object> held = new ArrayList<>(List.of(Engine.activate(text)));
        long before = used(memory);
        for (int i = 0; i < POLICIES; i++) {
            held.add(Engine.activate(text));
        }
        long after = used(memory);
        return (double) (after - before) / (held.size() - 1);
    }

    private static long used(MemoryMXBean memory) {
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
