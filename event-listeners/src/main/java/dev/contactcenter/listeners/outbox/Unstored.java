package dev.contactcenter.listeners.outbox;

import dev.contactcenter.kit.record.DecisionRecord;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;

/** What becomes of a decision whose record cannot be stored, while Keycloak's database takes all else. */
enum Unstored {
    /** The request fails: nobody is granted what leaves no trace. */
    REFUSE {
        @Override
        boolean mayGoOn(DecisionRecord record) {
            return false;
        }
    },
    /**
     * Everyday work goes on with the record in the log, and so does what only takes something away: an outage must not be what keeps a thief
     * in. What is privileged, or asked for in detail, and every other event fails all the same.
     */
    LOG_EVERYDAY {
        @Override
        boolean mayGoOn(DecisionRecord record) {
            return record.event().isEmpty() ? isEveryday(record) : TAKING_AWAY.contains(record.event());
        }
    };

    /** Events of which nobody has more than before. */
    private static final Set<String> TAKING_AWAY = Set.of(
            DecisionRecord.REVOCATION_ORDERED,
            DecisionRecord.SESSION_ENDED,
            DecisionRecord.SIGNAL,
            DecisionRecord.HANDOVER);

    private static final Choice<Unstored> OPTION = new Choice<>("unstored", REFUSE);

    /** Whether the decision holds without its record in the database. */
    abstract boolean mayGoOn(DecisionRecord record);

    /** What is asked for in detail is justified, approved or used once, and nobody could show that it was. */
    private static boolean isEveryday(DecisionRecord record) {
        return !record.privileged()
                && !record.grounds().breakGlass()
                && record.about().isEmpty();
    }

    /**
     * Reads the server option.
     *
     * @throws IllegalArgumentException if it is set to something else; its message says what would be right
     */
    static Unstored from(Config.Scope options) {
        return OPTION.from(options);
    }

    static ProviderConfigProperty property() {
        return OPTION.property(
                "Without a record",
                "What becomes of a decision whose record the database does not take. " + Choice.word(REFUSE)
                        + ": the request fails. " + Choice.word(LOG_EVERYDAY)
                        + ": what is not privileged goes on, the record is an ERROR of the log category "
                        + OutboxRecorder.UNSTORED_CATEGORY + ", and each such record takes a transaction of its own.");
    }
}
