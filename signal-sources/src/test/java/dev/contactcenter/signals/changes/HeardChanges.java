package dev.contactcenter.signals.changes;

import java.time.Duration;
import java.util.List;

/** Changes that a test lets a server hear, by a clock of its own. */
public final class HeardChanges {

    private long nanos;
    private final Changes changes = new Changes(() -> nanos);

    /** A server that heard all there is. */
    public HeardChanges() {
        changes.hear(List.of(), nanos);
    }

    /** What the server asks. */
    public Changes changes() {
        return changes;
    }

    /** Something was changed. */
    public void hear(Changed what) {
        changes.hear(List.of(what), nanos);
    }

    /** Lets time pass in which the database is silent. */
    public void hearNothingFor(Duration time) {
        nanos += time.toNanos();
    }
}
