package dev.contactcenter.trail;

/**
 * Something that was done to a trail.
 *
 * @param chain its chain; empty if the line belongs to none
 * @param seq the number of the record that it is about; 0 if it is about none
 * @param record that record's id; empty if there is none or it is missing
 * @param place where, as {@code file:line}
 * @param words the same as a sentence
 */
public record Finding(Kind kind, String chain, long seq, String record, String place, String words) {

    /** What was done. */
    public enum Kind {
        /** The record is not what was delivered. */
        CHANGED,
        /** Records were delivered and are not there. */
        REMOVED,
        /** A record is there that was never delivered. */
        INSERTED,
        /** A record is not where it was delivered. */
        REORDERED,
        /** A line is no record. */
        UNREADABLE,
        /** A checkpoint that the realm did not sign. */
        FORGED_CHECKPOINT,
        /** What the realm signed is not what the records add up to. */
        REWRITTEN,
        /** Records at the end that nobody vouches for. */
        UNSIGNED
    }
}
