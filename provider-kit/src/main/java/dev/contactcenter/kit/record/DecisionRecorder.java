package dev.contactcenter.kit.record;

import org.keycloak.provider.Provider;

/** Takes decision records for delivery. Left open: an operator may bring another recorder. */
public interface DecisionRecorder extends Provider {

    /**
     * Takes one record, so that it is delivered at least once even if the server dies right after the answer was sent.
     *
     * @throws RuntimeException if it cannot be stored; the request must then fail, because an action without a trace is
     *     not to be had
     */
    void record(DecisionRecord record, Keep keep);

    /** How long the record has to live. */
    enum Keep {
        /** It is stored with the request's own transaction: no effect without record, no record without effect. */
        WITH_REQUEST,
        /** It is stored on its own: the request may be rolled back, as a refusal often is. */
        WHATEVER_HAPPENS
    }

    @Override
    default void close() {}
}
