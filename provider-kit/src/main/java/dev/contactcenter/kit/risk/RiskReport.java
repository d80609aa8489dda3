package dev.contactcenter.kit.risk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A level that was told.
 *
 * @param observedAt when, as its teller says
 */
public record RiskReport(RiskLevel level, Instant observedAt) {

    /**
     * Whether this takes the place of one that is known. An older one never does, so that a replay changes nothing; of two of the
     * same moment the higher level holds.
     */
    public boolean replaces(RiskReport known) {
        int later = observedAt.compareTo(known.observedAt);
        return later > 0 || (later == 0 && level.compareTo(known.level) > 0);
    }

    /** As a session's note. */
    public String asNote() {
        return level.word() + " " + observedAt;
    }

    /** Reads a note back; nothing if it is none. */
    public static Optional<RiskReport> of(String note) {
        int space = note.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        try {
            Instant observedAt = Instant.parse(note.substring(space + 1));
            return RiskLevel.of(note.substring(0, space)).map(level -> new RiskReport(level, observedAt));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
