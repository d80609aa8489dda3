package dev.contactcenter.endpoints.reactions;

import java.util.Locale;

/**
 * What followed from an event.
 *
 * @param reaction what follows from such an event, as the stream is configured
 * @param outcome what became of it
 * @param reason reason code: of the sessions that are ended, else why there was no effect
 * @param sessions how many sessions it was carried out on; those of a whole person that are to end are not counted
 */
public record Effect(String reaction, Outcome outcome, String reason, int sessions) {

    /** What became of an event. */
    public enum Outcome {
        /** What follows was carried out, or is ordered. */
        DONE,
        /** It is recorded, and nothing follows. */
        NOTED,
        /** Something at least as new is known. */
        OUTDATED;

        /** As records have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
