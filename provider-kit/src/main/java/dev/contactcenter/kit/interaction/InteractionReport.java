package dev.contactcenter.kit.interaction;

import java.time.Instant;
import java.util.Optional;

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

    private static final String NEXT = "\n";
    private static final int LINES = 7;
    private static final int RADIX = Character.MAX_RADIX;

    /** @throws IllegalArgumentException if a text has a line break, by which the note could not be read back */
    public InteractionReport {
        if ((id + queue + customer).contains(NEXT)) {
            throw new IllegalArgumentException("The texts of an interaction are of one line each");
        }
    }

    /** Whether this takes the place of one that is known. */
    public boolean replaces(InteractionReport known) {
        return sequence > known.sequence;
    }

    /** Whether it still counts. */
    public boolean isOver(Instant now) {
        return !now.isBefore(expires);
    }

    /** As a session's note: a line each, in as few characters as there are, since every session of a contact center holds one. */
    public String asNote() {
        return String.join(
                NEXT,
                state.word(),
                Long.toString(sequence, RADIX),
                Long.toString(observedAt.toEpochMilli(), RADIX),
                Long.toString(expires.toEpochMilli(), RADIX),
                id,
                queue,
                customer);
    }

    /** Reads a note back; nothing if it is none. */
    public static Optional<InteractionReport> of(String note) {
        String[] told = note.split(NEXT, -1);
        try {
            return told.length == LINES
                    ? InteractionState.of(told[0])
                            .map(state -> new InteractionReport(
                                    state,
                                    told[4],
                                    Long.parseLong(told[1], RADIX),
                                    told[5],
                                    told[6],
                                    moment(told[2]),
                                    moment(told[3])))
                    : Optional.empty();
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    private static Instant moment(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis, RADIX));
    }
}
