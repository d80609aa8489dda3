package dev.contactcenter.listeners.sink;

/** What a receiver did with records. */
public sealed interface Delivered {

    /** It has them all. */
    record All() implements Delivered {}

    /**
     * It will never take one of them, however often it is offered; it has those before it, and those after it are still to be
     * delivered.
     *
     * @param index of the one, from 0
     * @param why the rest of a sentence that begins with the receiver
     */
    record AllBefore(int index, String why) implements Delivered {}

    /** It took none of them, and may take fewer at once: there are too many, or one of them is strange. Never said of one alone. */
    record Fewer() implements Delivered {}
}
