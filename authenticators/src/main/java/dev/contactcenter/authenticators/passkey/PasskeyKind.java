package dev.contactcenter.authenticators.passkey;

import dev.contactcenter.kit.session.PasskeyFacts;

/** Which passkeys a step takes. */
enum PasskeyKind {
    /** Synced ones too. */
    ANY,
    /** Only one whose authenticator says that it cannot be synced (flag BE not set, WebAuthn L3 §6.1.3). */
    DEVICE_BOUND;

    boolean takes(PasskeyFacts facts) {
        return switch (this) {
            case ANY -> facts.userVerified();
            case DEVICE_BOUND -> facts.userVerified() && !facts.backupEligible();
        };
    }
}
