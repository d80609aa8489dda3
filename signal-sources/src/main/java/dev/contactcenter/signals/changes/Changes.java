package dev.contactcenter.signals.changes;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What this server hears of changes. Its memories are told, and vouch for what they hold only while the server heard of all changes a
 * moment ago.
 */
public final class Changes {

    /** What was heard longer ago vouches for nothing. */
    static final Duration CURRENT = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final List<Memory<?, ?>> memories = new CopyOnWriteArrayList<>();
    private volatile Heard heard = new Heard(false, 0);

    /**
     * When the server heard last.
     *
     * @param anything whether it ever did
     */
    private record Heard(boolean anything, long at) {}

    /** @param nanos a clock that only goes on, as {@link System#nanoTime} */
    public Changes(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * A memory that hears of changes from now on.
     *
     * @param size so much is remembered at most
     * @param name as what a thing is told to have changed
     */
    public <K, V> Memory<K, V> memory(int size, Function<K, Changed> name) {
        var memory = new Memory<K, V>(size, name, this);
        memories.add(memory);
        return memory;
    }

    /** Whether the server heard of all changes, but for the last second. */
    boolean isCurrent() {
        Heard last = heard;
        return last.anything() && nanos.getAsLong() - last.at() <= CURRENT.toNanos();
    }

    /**
     * Tells the memories what was changed.
     *
     * @param askedAt when the database was asked for it, by the clock: what was committed later may be missing
     */
    void hear(Collection<Changed> all, long askedAt) {
        if (!all.isEmpty()) {
            tell(all, Memory::changed);
        }
        heard = new Heard(true, askedAt);
    }

    /** What this server has just stored: its own memories forget it at once, before it is heard. */
    public void stored(Collection<Changed> all) {
        tell(all, Memory::forget);
    }

    private void tell(Collection<Changed> all, BiConsumer<Memory<?, ?>, Set<Changed>> some) {
        if (all.contains(Changed.EVERYTHING)) {
            memories.forEach(Memory::allChanged);
        } else {
            Set<Changed> each = Set.copyOf(all);
            memories.forEach(memory -> some.accept(memory, each));
        }
    }

    /** Some changes were missed: nothing that was read before is vouched for. */
    void missed(long askedAt) {
        hear(List.of(Changed.EVERYTHING), askedAt);
    }
}
