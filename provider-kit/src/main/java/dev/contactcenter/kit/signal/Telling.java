package dev.contactcenter.kit.signal;

import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import java.time.Instant;
import java.util.Optional;

/** What a source tells about a request. */
public sealed interface Telling {

    /** The request shows nothing that this source could read, which is no sign of anything wrong. */
    record Silent() implements Telling {}

    /**
     * Something observed.
     *
     * @param observedAt when, as the source tells it
     */
    record Told(Observation observation, Instant observedAt) implements Telling {}

    /**
     * Something was to be read and could not be used.
     *
     * @param why {@link Absence#MALFORMED} for what was forged, replayed or is another's: then nothing else that is known of the
     *     same signal counts; {@link Absence#STALE} and {@link Absence#SOURCE_FAILED} leave that standing
     * @param detail for the administrator: what was wrong, without a secret; one sentence without its full stop
     * @param lastKnown what the source told before it failed, if it remembers; it counts as last known and never as fresh
     */
    record Failed(Absence why, String detail, Optional<Told> lastKnown) implements Telling {

        /** Nothing is remembered. */
        public Failed(Absence why, String detail) {
            this(why, detail, Optional.empty());
        }
    }
}
