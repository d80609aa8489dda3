package dev.contactcenter.kit.session;

/** What the mode of a token is worth in its session. */
public sealed interface ModeStanding {

    /** The client is in it; or the token has none, or none was ever left in the session. */
    record Current() implements ModeStanding {}

    /** The person has left it. */
    record Left() implements ModeStanding {}
}
