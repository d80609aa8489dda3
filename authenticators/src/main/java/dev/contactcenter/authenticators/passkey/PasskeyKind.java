package dev.contactcenter.authenticators.passkey;

import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.session.PasskeyFacts;
import java.util.Optional;

/** Which passkeys a step takes. */
enum PasskeyKind {
    /** Synced ones too. */
    ANY,
    /** Only one whose authenticator says that it cannot be synced (flag BE not set, WebAuthn L3 §6.1.3). */
    DEVICE_BOUND;

    /** Why a passkey with these facts is not taken; empty if it is. Nobody passes whom the passkey did not verify. */
    Optional<Reason> objection(PasskeyFacts facts) {
        if (!facts.userVerified()) {
            return Optional.of(Reason.PASSKEY_NOT_VERIFIED);
        }
        return switch (this) {
            case ANY -> Optional.empty();
            case DEVICE_BOUND ->
                facts.backupEligible() ? Optional.of(Reason.PASSKEY_NOT_DEVICE_BOUND) : Optional.empty();
        };
    }
}
