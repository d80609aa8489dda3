package dev.contactcenter.authenticators.passkey;

import dev.contactcenter.kit.setting.Setting;
import java.util.List;

/** Every setting of the passkey step. */
final class PasskeySettings {

    /**
     * Keycloak's own settings of every execution. Declared here as well, because Keycloak 26.7.3 masks in exports what no
     * factory declares, and a masked reference value would come back as the {@code amr} of every token.
     */
    private static final Setting<String> REFERENCE = Setting.text(
            "default.reference.value",
            "Authentication method reference",
            "The value that this step adds to the amr claim (RFC 8176). Empty adds none.",
            "");

    private static final Setting<String> REFERENCE_MAX_AGE = Setting.text(
            "default.reference.maxAge",
            "Reference max age",
            "For how many seconds the amr claim keeps the value after this step was passed. Empty means not at all.",
            "");

    static final List<Setting<?>> ALL = List.of(REFERENCE, REFERENCE_MAX_AGE);

    private PasskeySettings() {}
}
