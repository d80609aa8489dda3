package dev.contactcenter.engine.decision;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Why a request was denied, as a stable code: the same string in the page, the record, the event and the token error.
 *
 * @param code lower snake case, at most 48 characters
 */
public record Reason(String code) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{0,47}");

    public static final Reason ACTION_UNKNOWN = new Reason("action_unknown");
    public static final Reason ACTION_NOT_GRANTED = new Reason("action_not_granted");
    public static final Reason MODE_UNKNOWN = new Reason("mode_unknown");
    public static final Reason MODE_NOT_ELIGIBLE = new Reason("mode_not_eligible");
    public static final Reason SEVERAL_MODES_REQUESTED = new Reason("several_modes_requested");
    public static final Reason MODE_NOT_CHOSEN = new Reason("mode_not_chosen");
    public static final Reason MODE_NOT_OFFERED = new Reason("mode_not_offered");
    public static final Reason MODE_NOT_CURRENT = new Reason("mode_not_current");
    public static final Reason NO_VALID_POLICY = new Reason("no_valid_policy");
    public static final Reason ASSURANCE_UNREACHABLE = new Reason("assurance_unreachable");
    public static final Reason PASSKEY_NOT_ENROLLED = new Reason("passkey_not_enrolled");
    public static final Reason PASSKEY_NOT_VERIFIED = new Reason("passkey_not_verified");
    public static final Reason PASSKEY_NOT_DEVICE_BOUND = new Reason("passkey_not_device_bound");
    public static final Reason DEVICE_REVOKED = new Reason("device_revoked");
    public static final Reason PLATFORM_ENROLMENT_ON_SHARED_DEVICE = new Reason("platform_enrolment_on_shared_device");
    public static final Reason AUDIENCE_MISMATCH = new Reason("audience_mismatch");
    public static final Reason EXCHANGE_WIDER_THAN_SUBJECT = new Reason("exchange_wider_than_subject");
    public static final Reason WIDER_THAN_SERVICE = new Reason("wider_than_service");
    public static final Reason CLIENT_KEY_REQUIRED = new Reason("client_key_required");
    public static final Reason TOKEN_RATE_EXCEEDED = new Reason("token_rate_exceeded");
    public static final Reason SESSION_MAX_REACHED = new Reason("session_max_reached");
    public static final Reason SESSION_IDLE_REACHED = new Reason("session_idle_reached");
    public static final Reason SESSION_REVOKED = new Reason("session_revoked");

    public static final Reason SESSION_RESTRICTED = new Reason("session_restricted");
    public static final Reason JUSTIFICATION_MISSING = new Reason("justification_missing");
    public static final Reason SINGLE_USE_TOKEN = new Reason("single_use_token");

    public static final Reason APPROVAL_MISSING = new Reason("approval_missing");
    public static final Reason APPROVAL_OF_OWN_REQUEST = new Reason("approval_of_own_request");
    public static final Reason APPROVAL_NOT_OPEN = new Reason("approval_not_open");

    /** The codes that the pack gives itself: no rule may give them another meaning. */
    public static final Set<Reason> OWN = Set.of(
            ACTION_UNKNOWN,
            ACTION_NOT_GRANTED,
            MODE_UNKNOWN,
            MODE_NOT_ELIGIBLE,
            SEVERAL_MODES_REQUESTED,
            MODE_NOT_CHOSEN,
            MODE_NOT_OFFERED,
            MODE_NOT_CURRENT,
            NO_VALID_POLICY,
            ASSURANCE_UNREACHABLE,
            PASSKEY_NOT_ENROLLED,
            PASSKEY_NOT_VERIFIED,
            PASSKEY_NOT_DEVICE_BOUND,
            DEVICE_REVOKED,
            PLATFORM_ENROLMENT_ON_SHARED_DEVICE,
            AUDIENCE_MISMATCH,
            EXCHANGE_WIDER_THAN_SUBJECT,
            WIDER_THAN_SERVICE,
            CLIENT_KEY_REQUIRED,
            TOKEN_RATE_EXCEEDED,
            SESSION_MAX_REACHED,
            SESSION_IDLE_REACHED,
            SESSION_REVOKED,
            SESSION_RESTRICTED,
            JUSTIFICATION_MISSING,
            SINGLE_USE_TOKEN,
            APPROVAL_MISSING,
            APPROVAL_OF_OWN_REQUEST,
            APPROVAL_NOT_OPEN);

    public Reason {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("A reason is lower snake case of at most 48 characters, not: " + code);
        }
    }
}
