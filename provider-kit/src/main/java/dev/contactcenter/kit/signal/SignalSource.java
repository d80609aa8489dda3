package dev.contactcenter.kit.signal;

/** One configured source, for one request. */
public interface SignalSource {

    /**
     * What it tells. It never throws and never waits longer than its time-out: what goes wrong is a {@link Telling.Failed}. It
     * leaves the transaction of the request as it is, so that a source that fails takes nobody's sign-in down.
     */
    Telling tell(Occasion occasion);
}
