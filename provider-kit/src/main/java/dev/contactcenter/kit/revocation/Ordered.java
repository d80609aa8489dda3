package dev.contactcenter.kit.revocation;

/** What became of an order. */
public sealed interface Ordered {

    /** The id under which its progress can be read. */
    String id();

    /** It is stored with the transaction of the request, and carried out once that is committed. */
    record Taken(String id) implements Ordered {}

    /** The same order was taken before. */
    record Known(String id) implements Ordered {}

    /** Another order was taken before under this key, about something else. This one is not taken. */
    record KeyInUse(String id) implements Ordered {}
}
