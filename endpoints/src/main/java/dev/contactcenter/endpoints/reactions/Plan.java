package dev.contactcenter.endpoints.reactions;

import dev.contactcenter.endpoints.events.SecurityEvent;
import dev.contactcenter.endpoints.events.SecurityEvent.AssuranceLevelChange.Direction;
import dev.contactcenter.endpoints.events.SecurityEvent.DeviceComplianceChange.Compliance;
import dev.contactcenter.endpoints.streams.Reaction;
import dev.contactcenter.endpoints.streams.Reactions;
import dev.contactcenter.endpoints.subjects.Role;
import dev.contactcenter.kit.risk.RiskLevel;

/**
 * What is to follow from an event, whoever it concerns.
 *
 * @param reaction as the stream is configured; what is no reason to take anything away is a signal or a note
 * @param reason why something is taken away
 * @param role what a simple subject of such an event is
 */
public record Plan(Reaction reaction, String reason, Role role) {

    /** That for an event. */
    public static Plan of(SecurityEvent event, Reactions reactions) {
        return switch (event) {
            case SecurityEvent.SessionRevoked ignored ->
                new Plan(reactions.sessionRevoked(), "session_revoked_by_signal", Role.SESSION_OR_USER);
            case SecurityEvent.TokenClaimsChange ignored ->
                new Plan(reactions.tokenClaimsChanged(), "token_claims_changed_by_signal", Role.SESSION_OR_USER);
            case SecurityEvent.CredentialChange(SecurityEvent.CredentialChange.Change change) ->
                credential(change, reactions);
            case SecurityEvent.AssuranceLevelChange(Direction direction) ->
                new Plan(
                        direction == Direction.INCREASE ? Reaction.NOTE : reactions.assuranceDecreased(),
                        "assurance_decreased_by_signal",
                        Role.SESSION_OR_USER);
            case SecurityEvent.DeviceComplianceChange(Compliance current) ->
                new Plan(
                        softened(current == Compliance.NOT_COMPLIANT, reactions.deviceNotCompliant()),
                        "device_not_compliant_by_signal",
                        Role.DEVICE);
            case SecurityEvent.RiskLevelChange risk ->
                new Plan(
                        softened(risk.current() == RiskLevel.HIGH, reactions.riskHigh()),
                        "risk_high_by_signal",
                        role(risk.principal()));
            case SecurityEvent.Verification ignored -> NOTHING;
            case SecurityEvent.StreamUpdated ignored -> NOTHING;
            case SecurityEvent.Unknown ignored -> NOTHING;
        };
    }

    private static final Plan NOTHING = new Plan(Reaction.NOTE, "", Role.USER);

    private static Plan credential(SecurityEvent.CredentialChange.Change change, Reactions reactions) {
        return switch (change) {
            case REVOKE, DELETE -> new Plan(reactions.credentialRevoked(), "credential_revoked_by_signal", Role.USER);
            case CREATE, UPDATE -> new Plan(reactions.credentialChanged(), "credential_changed_by_signal", Role.USER);
        };
    }

    /** Good news takes nothing away, but is told as well. */
    private static Reaction softened(boolean bad, Reaction configured) {
        return bad || configured == Reaction.NOTE ? configured : Reaction.SIGNAL;
    }

    private static Role role(SecurityEvent.RiskLevelChange.Principal principal) {
        return switch (principal) {
            case USER, OTHER -> Role.USER;
            case DEVICE -> Role.DEVICE;
            case SESSION -> Role.SESSION;
        };
    }
}
