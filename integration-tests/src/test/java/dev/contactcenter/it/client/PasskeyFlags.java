package dev.contactcenter.it.client;

/**
 * The flags that a passkey signs (WebAuthn L3 §6.1); the user is always present.
 *
 * @param verified UV: a PIN or a finger was checked
 * @param backupEligible BE: it may be synced
 * @param backedUp BS: it is synced
 */
public record PasskeyFlags(boolean verified, boolean backupEligible, boolean backedUp) {

    /** A passkey of a password manager, used with a finger. */
    public static final PasskeyFlags SYNCED = new PasskeyFlags(true, true, true);

    /** A passkey that cannot leave its device, used with a PIN. */
    public static final PasskeyFlags DEVICE_BOUND = new PasskeyFlags(true, false, false);

    /** A synced passkey, used by a tap alone. */
    public static final PasskeyFlags UNVERIFIED = new PasskeyFlags(false, true, true);

    int bits() {
        return 0x01 | (verified ? 0x04 : 0) | (backupEligible ? 0x08 : 0) | (backedUp ? 0x10 : 0);
    }
}
