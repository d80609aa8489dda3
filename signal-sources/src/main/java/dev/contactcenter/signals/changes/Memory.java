package dev.contactcenter.signals.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a server read from the database last. It answers in place of the database as long as nothing was changed, and is what was known
 * last when the database is silent. It forgets what was neither asked for nor changed the longest.
 *
 * @param <K> what is looked up
 * @param <V> what the database told
 */
public final class Memory<K, V> {

    /** Enough for a large contact center. */
    public static final int SIZE = 100_000;

    private final Map<Changed, Kept<K, V>> all = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Changed, Kept<K, V>> eldest) {
            return size() > size;
        }
    };

    private final Set<Reading> readings = new HashSet<>();
    private final int size;
    private final Function<K, Changed> name;
    private final Changes changes;

    Memory(int size, Function<K, Changed> name, Changes changes) {
        this.size = size;
        this.name = name;
        this.changes = changes;
    }

    /**
     * What the database told.
     *
     * @param unchanged whether nothing was heard of a change since it was asked
     */
    private record Kept<K, V>(K key, V value, Instant at, boolean unchanged) {

        Kept<K, V> changed() {
            return unchanged ? new Kept<>(key, value, at, false) : this;
        }

        boolean isFresh(Instant now, Duration atMost) {
            return unchanged && Duration.between(at, now).abs().compareTo(atMost) < 0;
        }
    }

    /**
     * What the database has: nothing if it has to be asked.
     *
     * @param atMost how long ago it was read
     */
    public Optional<V> current(K key, Instant now, Duration atMost) {
        // First whether the server hears: it might hear again in between, of a change to what was looked up before.
        return changes.isCurrent()
                ? kept(key).filter(one -> one.isFresh(now, atMost)).map(Kept::value)
                : Optional.empty();
    }

    /** What was told last; nothing if that is not known. */
    public Optional<V> last(K key) {
        return kept(key).map(Kept::value);
    }

    private Optional<Kept<K, V>> kept(K key) {
        synchronized (all) {
            // Two things may be told to have changed under one name.
            return Optional.ofNullable(all.get(name.apply(key)))
                    .filter(one -> one.key().equals(key));
        }
    }

    /** Begins to ask the database: whatever is changed from then on makes what it tells old. To be closed when it answered. */
    public Reading read(K key) {
        var reading = new Reading(key, name.apply(key));
        synchronized (all) {
            readings.add(reading);
        }
        return reading;
    }

    /** A question to the database that is under way. */
    public final class Reading implements AutoCloseable {

        private final K key;
        private final Changed what;
        private boolean unchanged = true;

        private Reading(K key, Changed what) {
            this.key = key;
            this.what = what;
        }

        /**
         * Remembers the answer.
         *
         * @param at when it was asked
         */
        public void told(V value, Instant at) {
            synchronized (all) {
                all.put(what, new Kept<>(key, value, at, unchanged));
            }
        }

        @Override
        public void close() {
            synchronized (all) {
                readings.remove(this);
            }
        }
    }

    /** Forgets what was stored by this server: it is not even what was known last. */
    void forget(Set<Changed> what) {
        synchronized (all) {
            changed(what);
            all.keySet().removeAll(what);
        }
    }

    /** Forgets all such. */
    public void forgetAll(Predicate<K> which) {
        synchronized (all) {
            all.values().removeIf(one -> which.test(one.key()));
        }
    }

    void changed(Set<Changed> what) {
        synchronized (all) {
            readings.forEach(reading -> reading.unchanged &= !what.contains(reading.what));
            what.forEach(one -> all.computeIfPresent(one, (same, kept) -> kept.changed()));
        }
    }

    void allChanged() {
        synchronized (all) {
            readings.forEach(reading -> reading.unchanged = false);
            all.replaceAll((one, kept) -> kept.changed());
        }
    }
}
