package dev.contactcenter.endpoints.receiver;

import dev.contactcenter.endpoints.events.SetError;

/** What became of a security event token. */
public sealed interface Receipt {

    /** It is stored together with what follows from it, now or when it came before: it may be acknowledged. */
    record Taken() implements Receipt {}

    /** It is not one that this stream takes, and never will be. */
    record Refused(SetError error) implements Receipt {}

    /** Nobody can tell at the moment whether it is; it should come again. */
    record NotNow(String why) implements Receipt {}
}
