package dev.contactcenter.endpoints.signals;

import dev.contactcenter.endpoints.body.Members;
import dev.contactcenter.endpoints.body.UnusableException;
import dev.contactcenter.kit.risk.RiskLevel;
import dev.contactcenter.kit.risk.RiskReport;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** A signal as it was posted. */
sealed interface ReceivedSignal {

    /** How far a teller's clock may be ahead of ours. */
    Duration SKEW = Duration.ofMinutes(1);

    /** A level for an account, by Keycloak's id or the user name. */
    record OfUser(String user, RiskReport report) implements ReceivedSignal {}

    /** A level for a session, by the {@code sid} of its tokens. */
    record OfSession(String session, RiskReport report) implements ReceivedSignal {}

    /**
     * Nothing that could be used.
     *
     * @param problem what is wrong, and what would be right; a sentence
     */
    record Unusable(String problem) implements ReceivedSignal {}

    /** Reads the body of a request. */
    static ReceivedSignal read(byte[] body, Instant now) {
        try {
            return new Reading(Members.read(body, Reading.MEMBERS), now).signal();
        } catch (UnusableException unusable) {
            return new Unusable(unusable.problem());
        }
    }

    /** Reads member by member. */
    record Reading(Members body, Instant now) {
        private static final int LONGEST = 255;
        private static final Set<String> MEMBERS = Set.of("signal", "subject", "level", "observed_at");

        private ReceivedSignal signal() throws UnusableException {
            if (!body.text("signal", LONGEST).equals("risk")) {
                throw new UnusableException("Member 'signal' is not one that is received here; it can be 'risk'.");
            }
            RiskLevel level = RiskLevel.of(body.text("level", LONGEST))
                    .orElseThrow(() -> new UnusableException("Member 'level' is not one of low, medium, high."));
            var report = new RiskReport(level, observedAt());
            Members subject = body.object("subject", Set.of("user", "session"));
            if (subject.count() != 1) {
                throw new UnusableException("Member 'subject' names a user or a session, one of them.");
            }
            return subject.has("user")
                    ? new OfUser(subject.text("user", LONGEST), report)
                    : new OfSession(subject.text("session", LONGEST), report);
        }

        private Instant observedAt() throws UnusableException {
            Instant observedAt;
            try {
                observedAt = OffsetDateTime.parse(body.text("observed_at", LONGEST))
                        .toInstant()
                        .truncatedTo(ChronoUnit.MILLIS);
            } catch (DateTimeException notOne) {
                throw new UnusableException(
                        "Member 'observed_at' is not a moment as RFC 3339 has it, such as 2026-11-23T09:30:00Z.");
            }
            if (observedAt.isBefore(Instant.EPOCH)) {
                throw new UnusableException("Member 'observed_at' lies before 1970.");
            }
            if (observedAt.isAfter(now.plus(SKEW))) {
                throw new UnusableException("Member 'observed_at' lies in the future; here it is "
                        + now.truncatedTo(ChronoUnit.SECONDS) + ".");
            }
            return observedAt;
        }
    }
}
