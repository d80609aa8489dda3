package dev.contactcenter.kit.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The audit trace of one decision. It holds no token, no secret and no code; what is personal is the user, the session and
 * the network address.
 *
 * @param id the decision id; the {@code txn} claim of a token that was issued on it (RFC 8417 §2.2)
 * @param event one of the constants below, or empty for the record of a decision
 * @param decision id of the decision that the event belongs to; empty for the record of a decision
 * @param time ISO 8601 in UTC, with milliseconds
 * @param hook where the decision was asked for
 * @param outcome {@code permit}, {@code step_up} or {@code deny}
 * @param reason reason code of a denial; empty otherwise
 * @param mode the mode decided for, or what was asked for if none could be settled; empty if none was asked for
 * @param actions the actions decided about, sorted
 * @param privileged whether one of them is privileged: then the record is a privileged access event
 * @param demand what a step-up asks for; empty otherwise
 * @param obligations names to ISO 8601 durations, a list of field names or a number
 * @param browser what the browser said that it can do with passkeys, which proves nothing; empty if it said nothing
 * @param evidence what sources of signals told, and which of them could not be used
 * @param circumstances what it was about, and where it was asked for
 * @param about what else there is to know: of a decision, the details asked for and why; of an event, what it was about
 */
public record DecisionRecord(
        String id,
        String event,
        String decision,
        String time,
        Hook hook,
        String realm,
        String outcome,
        String reason,
        String mode,
        List<String> actions,
        boolean privileged,
        Grounds grounds,
        Map<String, String> demand,
        Map<String, Object> obligations,
        Actor actor,
        Assurance assurance,
        Map<String, String> passkey,
        Map<String, String> browser,
        List<Evidence> evidence,
        Circumstances circumstances,
        Map<String, String> about) {

    /** The event of an account for emergencies that was permitted something. */
    public static final String BREAK_GLASS = "break_glass";

    /**
     * The event of a sign-in that takes over a device from somebody else, whose session there ends: {@code about} has the
     * {@code device}, and {@code to_session}, {@code to_user_id} and {@code to_username} of whoever has it now.
     */
    public static final String HANDOVER = "handover";

    /**
     * The event of a client of a session that changes from one mode to another, whose tokens of the former are over: {@code about} has
     * {@code from} and {@code to}, and the {@code decision} that permitted it.
     */
    public static final String MODE_SWITCHED = "mode_switched";

    /** The event of a decision for which an exception of the policy was used. */
    public static final String EXCEPTION_USED = "exception_used";

    /** The event of an interaction state that the telephony system told: {@code about} has {@code state} and {@code interaction}. */
    public static final String INTERACTION_CHANGED = "interaction_changed";

    /** The event of an order to stop sessions, tokens or passkeys: {@code about} has what it is for, and who ordered it. */
    public static final String REVOCATION_ORDERED = "revocation_ordered";

    /** The event of a change by an administrator: {@code about} has {@code operation}, {@code type}, {@code entity}, {@code old}, {@code new}. */
    public static final String CONFIGURATION_CHANGED = "configuration_changed";

    /** The event of an action that an application says was done on a token: {@code about} has the application's {@code event} id. */
    public static final String BUSINESS_ACTION = "business_action";

    /** The event of a session that was ended before its time. */
    public static final String SESSION_ENDED = "session_ended";

    /** The event of a security event token that was received (RFC 8417). */
    public static final String SIGNAL = "signal";

    public DecisionRecord {
        actions = List.copyOf(actions);
        demand = Map.copyOf(demand);
        obligations = Map.copyOf(obligations);
        passkey = Map.copyOf(passkey);
        browser = Map.copyOf(browser);
        evidence = List.copyOf(evidence);
        about = Map.copyOf(about);
    }

    /** Of a permit for an account for emergencies: the record of that use, which whoever watches for it finds by one word. */
    public DecisionRecord breakGlassUse(String ownId) {
        return with(ownId, BREAK_GLASS, id, mode, actions, circumstances, true);
    }

    /** Of a decision for which an exception was used: the record of that use. */
    public DecisionRecord exceptionUse(String ownId) {
        return with(ownId, EXCEPTION_USED, id, mode, actions, circumstances, true);
    }

    /**
     * Of an event that was done as what a decision permitted.
     *
     * @param permit id of the decision; empty if none is known
     * @param done the actions
     * @param onThese what they were done to
     * @param isPrivileged whether one of the actions is privileged
     */
    public DecisionRecord following(
            String permit, String inMode, List<String> done, List<Resource> onThese, boolean isPrivileged) {
        return with(id, event, permit, inMode, done, circumstances.about(onThese), isPrivileged);
    }

    /** Of an event that opens nothing: the same as no privileged access event. */
    public DecisionRecord everyday() {
        return with(id, event, decision, mode, actions, circumstances, false);
    }

    private DecisionRecord with(
            String ownId,
            String what,
            String of,
            String inMode,
            List<String> done,
            Circumstances where,
            boolean isPrivileged) {
        return new DecisionRecord(
                ownId,
                what,
                of,
                time,
                hook,
                realm,
                outcome,
                reason,
                inMode,
                done,
                isPrivileged,
                grounds,
                demand,
                obligations,
                actor,
                assurance,
                passkey,
                browser,
                evidence,
                where,
                about);
    }

    /**
     * Of something that happened without being asked for, so that nothing was decided; told from all other records by an id of its own.
     *
     * @param outcome what became of it
     * @param reason reason code
     * @param actor whom it happened to
     */
    public static DecisionRecord ofEvent(
            String event,
            Instant at,
            String realm,
            String outcome,
            String reason,
            Actor actor,
            Map<String, String> about) {
        return new DecisionRecord(
                UUID.randomUUID().toString(),
                event,
                "",
                RecordTime.of(at),
                Hook.NONE,
                realm,
                outcome,
                reason,
                "",
                List.of(),
                true,
                Grounds.NONE,
                Map.of(),
                Map.of(),
                actor,
                Assurance.NONE,
                Map.of(),
                Map.of(),
                List.of(),
                Circumstances.NONE,
                about);
    }

    /**
     * What the decision rests on.
     *
     * @param policy the policy's revision; empty if no valid policy was there
     * @param rules ids of the rules that caused the outcome, sorted
     * @param undecidable ids of those of them whose condition could not be answered and that therefore counted as applying
     * @param breakGlass whether an account for emergencies asked, so that no rule was enforced
     * @param degraded whether something that the rules asked about was missing
     * @param missing paths of those attributes, and why
     * @param read paths of those of them that rules read all the same, and as what: {@code last-known}
     */
    public record Grounds(
            String policy,
            List<String> rules,
            List<String> undecidable,
            List<WouldBeOutcome> wouldBe,
            List<Excused> excused,
            boolean breakGlass,
            boolean degraded,
            Map<String, String> missing,
            Map<String, String> read) {

        /** Of what was not decided. */
        static final Grounds NONE =
                new Grounds("", List.of(), List.of(), List.of(), List.of(), false, false, Map.of(), Map.of());

        public Grounds {
            rules = List.copyOf(rules);
            undecidable = List.copyOf(undecidable);
            wouldBe = List.copyOf(wouldBe);
            excused = List.copyOf(excused);
            missing = Map.copyOf(missing);
            read = Map.copyOf(read);
        }
    }

    /**
     * An exception that was used.
     *
     * @param until ISO 8601; empty if it never ends
     */
    public record Excused(String rule, String reason, String approvedBy, String until) {}

    /**
     * Who asked, through what.
     *
     * @param userId Keycloak's id; empty before anybody signed in
     * @param username as it was at the time
     * @param session Keycloak's session id, the {@code sid} claim; empty if there is none yet
     * @param client the client id
     * @param address the network address as Keycloak's proxy settings give it
     */
    public record Actor(String userId, String username, String session, String client, String address) {
        /** Whose doing it was is not known, or nobody's. */
        public static final Actor NOBODY = new Actor("", "", "", "", "");
    }

    /**
     * What the authentication had proven.
     *
     * @param acr the highest level ever proven in the session; empty if none
     * @param amr what it was proven with, in the words of RFC 8176 §2
     * @param ageSeconds acr to seconds since it was proven
     */
    public record Assurance(String acr, List<String> amr, Map<String, Long> ageSeconds) {

        /** Nothing proven. */
        public static final Assurance NONE = new Assurance("", List.of(), Map.of());

        public Assurance {
            amr = List.copyOf(amr);
            ageSeconds = Map.copyOf(ageSeconds);
        }
    }

    /** What a report-only rule would have done. */
    public record WouldBeOutcome(String rule, String outcome, String detail) {}

    /**
     * What one source of a signal contributed.
     *
     * @param source the name that the administrator gave to it
     * @param outcome {@code told}, {@code remembered}, {@code not-provided}, {@code stale}, {@code malformed} or {@code source-failed}
     * @param observedAt ISO 8601; empty if it told nothing
     * @param detail what was wrong; empty if nothing was
     */
    public record Evidence(String signal, String source, String outcome, String observedAt, String detail) {}
}
