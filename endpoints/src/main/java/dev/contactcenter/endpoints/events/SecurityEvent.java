package dev.contactcenter.endpoints.events;

import dev.contactcenter.kit.risk.RiskLevel;

/** What happened elsewhere. */
public sealed interface SecurityEvent {

    /** CAEP 1.0 §3.1. */
    record SessionRevoked() implements SecurityEvent {}

    /** CAEP 1.0 §3.2. */
    record TokenClaimsChange() implements SecurityEvent {}

    /** CAEP 1.0 §3.3. */
    record CredentialChange(Change change) implements SecurityEvent {

        /** What became of the credential. */
        public enum Change {
            CREATE,
            REVOKE,
            UPDATE,
            DELETE
        }
    }

    /** CAEP 1.0 §3.4. */
    record AssuranceLevelChange(Direction direction) implements SecurityEvent {

        /** In which direction; a transmitter need not tell. */
        public enum Direction {
            INCREASE,
            DECREASE,
            UNTOLD
        }
    }

    /** CAEP 1.0 §3.5. */
    record DeviceComplianceChange(Compliance current) implements SecurityEvent {

        /** What the device is now. */
        public enum Compliance {
            COMPLIANT,
            NOT_COMPLIANT
        }
    }

    /** CAEP 1.0 §3.8. */
    record RiskLevelChange(Principal principal, RiskLevel current) implements SecurityEvent {

        /** Whose risk it is. */
        public enum Principal {
            USER,
            DEVICE,
            SESSION,
            /** A tenant, a group or whatever else: no session's policy asks about it. */
            OTHER
        }
    }

    /**
     * SSF 1.0 §8.1.4.1.
     *
     * @param stream id of the stream at its transmitter
     * @param state what this server asked with; empty if the transmitter sends it of its own accord
     */
    record Verification(String stream, String state) implements SecurityEvent {}

    /**
     * SSF 1.0 §8.1.5.
     *
     * @param status what the transmitter made of the stream: {@code enabled}, {@code paused} or {@code disabled}
     */
    record StreamUpdated(String status) implements SecurityEvent {}

    /** Something that nobody here knows. */
    record Unknown(String uri) implements SecurityEvent {}

    /** As records name it: the last part of its URI, or the whole of one that is not known. */
    default String type() {
        return switch (this) {
            case SessionRevoked ignored -> "session-revoked";
            case TokenClaimsChange ignored -> "token-claims-change";
            case CredentialChange ignored -> "credential-change";
            case AssuranceLevelChange ignored -> "assurance-level-change";
            case DeviceComplianceChange ignored -> "device-compliance-change";
            case RiskLevelChange ignored -> "risk-level-change";
            case Verification ignored -> "verification";
            case StreamUpdated ignored -> "stream-updated";
            case Unknown unknown -> unknown.uri();
        };
    }
}
