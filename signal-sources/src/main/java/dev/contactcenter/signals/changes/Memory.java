package dev.contactcenter.signals.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a server read from the database last. It answers in place of the database as long as nothing was changed, and is what was known
 * last when the database is silent. It forgets what was not asked for the longest.
 *
 * @param <K> what is looked up
 * @param <V> what the database told
 */
public final class Memory<K, V> {

    /** Enough for a large contact center. */
    public static final int SIZE = 100_000;

    private final Map<K, Kept<V>> all = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
            return size() > size;
        }
    };

    private final int size;

    /** One for so much at most. */
    public Memory(int size) {
        this.size = size;
    }

    /**
     * What the database told.
     *
     * @param position of {@link Changes} before it was asked
     */
    public record Kept<V>(V value, Instant at, long position) {

        /** Whether the database need not be asked again, because none of these was changed. */
        public boolean isFresh(Instant now, Duration atMost, Changes changes, Changed... what) {
            return Duration.between(at, now).abs().compareTo(atMost) < 0
                    && Stream.of(what).allMatch(one -> changes.isSame(one, position));
        }
    }

    /** What was told last; nothing if that is not known. */
    public Optional<Kept<V>> get(K key) {
        synchronized (all) {
            return Optional.ofNullable(all.get(key));
        }
    }

    /** Remembers what was told. */
    public void put(K key, Kept<V> told) {
        synchronized (all) {
            all.put(key, told);
        }
    }

    /** Forgets what was written by this server. */
    public void forget(K key) {
        synchronized (all) {
            all.remove(key);
        }
    }

    /** Forgets all such. */
    public void forgetAll(Predicate<K> which) {
        synchronized (all) {
            all.keySet().removeIf(which);
        }
    }
}
