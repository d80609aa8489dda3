package dev.contactcenter.listeners.sink;

/** What a receiver did with records. */
public sealed interface Delivered {

    /** It has them all. */
    record All() implements Delivered {}

    /**
     * It will never take one of them, however often it is offered; it has those before it and none of those after it.
     *
     * @param index of the one, from 0
     * @param why the rest of a sentence that begins with the receiver
     */
    record AllBefore(int index, String why) implements Delivered {}
}
