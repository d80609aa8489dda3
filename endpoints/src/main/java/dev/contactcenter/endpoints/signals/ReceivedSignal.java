package dev.contactcenter.endpoints.signals;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.kit.risk.RiskLevel;
import dev.contactcenter.kit.risk.RiskReport;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;

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
            return new Reading(Reading.JSON.readTree(body), now).signal();
        } catch (IOException notJson) {
            return new Unusable("The body is not one JSON object without duplicate members.");
        } catch (UnusableException problem) {
            return new Unusable(String.valueOf(problem.getMessage()));
        }
    }

    /** What stopped the reading; it is never seen outside. */
    final class UnusableException extends Exception {
        private static final long serialVersionUID = 1;

        private UnusableException(String problem) {
            super(problem, null, false, false);
        }
    }

    /** Reads member by member. */
    record Reading(JsonNode body, Instant now) {
        private static final ObjectMapper JSON = new ObjectMapper()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        private static final int LONGEST = 255;
        private static final Set<String> MEMBERS = Set.of("signal", "subject", "level", "observed_at");

        private ReceivedSignal signal() throws UnusableException {
            requireOnly(body, MEMBERS, "the body");
            if (!text(body, "signal").equals("risk")) {
                throw new UnusableException("Member 'signal' is not one that is received here; it can be 'risk'.");
            }
            RiskLevel level = RiskLevel.of(text(body, "level"))
                    .orElseThrow(() -> new UnusableException("Member 'level' is not one of low, medium, high."));
            var report = new RiskReport(level, observedAt());
            JsonNode subject = body.path("subject");
            requireOnly(subject, Set.of("user", "session"), "member 'subject'");
            if (subject.size() != 1) {
                throw new UnusableException("Member 'subject' names a user or a session, one of them.");
            }
            return subject.has("user")
                    ? new OfUser(text(subject, "user"), report)
                    : new OfSession(text(subject, "session"), report);
        }

        private static void requireOnly(JsonNode node, Set<String> members, String where) throws UnusableException {
            if (!node.isObject()) {
                throw new UnusableException("Something else than an object stands for " + where + ".");
            }
            Set<String> others = new TreeSet<>();
            node.fieldNames().forEachRemaining(others::add);
            others.removeAll(members);
            if (!others.isEmpty()) {
                throw new UnusableException("There is a member that " + where + " does not have; it has "
                        + String.join(", ", new TreeSet<>(members)) + ".");
            }
        }

        private static String text(JsonNode node, String member) throws UnusableException {
            JsonNode value = node.path(member);
            String text = value.isTextual() ? value.textValue().strip() : "";
            if (text.isEmpty() || text.length() > LONGEST) {
                throw new UnusableException(
                        "Member '" + member + "' is not a text of 1 to " + LONGEST + " characters.");
            }
            return text;
        }

        private Instant observedAt() throws UnusableException {
            Instant observedAt;
            try {
                observedAt = OffsetDateTime.parse(text(body, "observed_at"))
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
