package dev.contactcenter.signals.changes;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What this server has heard of changes. A memory asks for the {@link #now position} before it reads the database, and later whether what
 * it read {@link #isSame is still the same}. It is told so only while the server heard of all changes a moment ago, and remembers all of
 * them since: else the database has to be asked.
 */
public final class Changes {

    /** What was heard longer ago vouches for nothing. */
    static final Duration CURRENT = Duration.ofSeconds(1);

    /** Changed things that are remembered; of what was changed before these, nothing is known. */
    static final int MOST = 200_000;

    private final LongSupplier nanos;
    private final int most;
    private final Map<Changed, Long> changedAt;
    private long position;
    private long oldest;
    private long heardAt;
    private boolean heard;

    /** @param nanos a clock that only goes on, as {@link System#nanoTime} */
    Changes(LongSupplier nanos, int most) {
        this.nanos = nanos;
        this.most = most;
        this.changedAt = LinkedHashMap.newLinkedHashMap(16);
    }

    /** To be kept with what is read from the database after this call. */
    public synchronized long now() {
        return position;
    }

    /**
     * Whether what was read is what the database has, but for the last second.
     *
     * @param readAt the position before it was read
     */
    public synchronized boolean isSame(Changed what, long readAt) {
        return heard
                && nanos.getAsLong() - heardAt <= CURRENT.toNanos()
                && readAt >= oldest
                && changedAt.getOrDefault(what, -1L) <= readAt;
    }

    /**
     * Takes over what was changed.
     *
     * @param askedAt when the database was asked for it, by the clock: what was committed later may be missing
     */
    synchronized void hear(Collection<Changed> all, long askedAt) {
        if (!all.isEmpty()) {
            position++;
            all.forEach(one -> {
                changedAt.remove(one);
                changedAt.put(one, position);
            });
            forgetEldest();
        }
        heardAt = askedAt;
        heard = true;
    }

    /** Some changes were missed: nothing that was read before is vouched for. */
    synchronized void missed(long askedAt) {
        position++;
        oldest = position;
        changedAt.clear();
        heardAt = askedAt;
        heard = true;
    }

    private void forgetEldest() {
        var eldest = changedAt.values().iterator();
        while (changedAt.size() > most) {
            oldest = eldest.next();
            eldest.remove();
        }
    }
}
