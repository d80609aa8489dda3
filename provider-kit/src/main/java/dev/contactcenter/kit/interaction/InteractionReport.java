package dev.contactcenter.kit.interaction;

import java.time.Instant;

/**
 * The state of an interaction, as it was told.
 *
 * @param id of the interaction in the system that tells it; empty where there is none
 * @param sequence the sender's own number: a report with a lower or the same number comes too late, whatever its time
 * @param queue where the interaction came in; empty if nobody said
 * @param customer what the sender calls the customer; empty if nobody said
 * @param observedAt when it was told, in milliseconds
 * @param expires from when on silence means that nobody knows any more, in milliseconds
 */
public record InteractionReport(
        InteractionState state,
        String id,
        long sequence,
        String queue,
        String customer,
        Instant observedAt,
        Instant expires) {

    /** Whether it counts no more. */
    public boolean isOver(Instant now) {
        return !now.isBefore(expires);
    }
}
