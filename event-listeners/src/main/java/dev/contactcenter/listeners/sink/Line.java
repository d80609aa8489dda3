package dev.contactcenter.listeners.sink;

/**
 * What is delivered of one stored line.
 *
 * @param text as the receiver gets it, without line breaks
 * @param stored what it was made of: a decision record as JSON, or a checkpoint
 */
public record Line(String text, String stored) {

    /** A line that is delivered as it is stored. */
    public static Line asStored(String stored) {
        return new Line(stored, stored);
    }
}
