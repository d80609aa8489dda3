package dev.contactcenter.endpoints.interactions;

import dev.contactcenter.endpoints.body.Members;
import dev.contactcenter.endpoints.body.UnusableException;
import dev.contactcenter.kit.interaction.InteractionReport;
import dev.contactcenter.kit.interaction.InteractionState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** The state of an interaction as it was put. */
final class PutInteraction {

    private static final Set<String> MEMBERS =
            Set.of("state", "interaction_id", "sequence", "queue", "customer", "expires_in");
    private static final int LONGEST = 128;

    /** The largest whole number that every JSON reader keeps (RFC 8259 §6). */
    private static final long MOST = (1L << 53) - 1;

    private static final long LONGEST_QUIET = Duration.ofHours(12).toSeconds();
    private static final long USUAL_QUIET = Duration.ofHours(1).toSeconds();

    private PutInteraction() {}

    /** Reads the body of a request. */
    static InteractionReport read(byte[] body, Instant now) throws UnusableException {
        Members members = Members.read(body, MEMBERS);
        InteractionState state = InteractionState.of(members.text("state", LONGEST))
                .orElseThrow(() -> new UnusableException("Member 'state' is not one of live, wrap-up, idle."));
        String id = line(members, "interaction_id");
        if (id.isEmpty() && state != InteractionState.IDLE) {
            throw new UnusableException("Member 'interaction_id' is missing, which only an idle session has none of.");
        }
        long quiet = members.has("expires_in") ? members.number("expires_in", 1, LONGEST_QUIET) : USUAL_QUIET;
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return new InteractionReport(
                state,
                id,
                members.number("sequence", 0, MOST),
                line(members, "queue"),
                line(members, "customer"),
                at,
                at.plusSeconds(quiet));
    }

    private static String line(Members members, String name) throws UnusableException {
        String text = members.optionalText(name, LONGEST);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new UnusableException("Member '" + name + "' has a control character.");
        }
        return text;
    }
}
