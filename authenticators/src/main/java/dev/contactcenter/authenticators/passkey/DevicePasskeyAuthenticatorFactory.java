package dev.contactcenter.authenticators.passkey;

import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/**
 * Offers the {@link PasskeyAuthenticator} that takes only passkeys bound to one device. It is a step of its own and no
 * setting of the other, so that a setting left blank cannot make every passkey a device-bound one.
 */
public final class DevicePasskeyAuthenticatorFactory extends PasskeyAuthenticatorFactory {

    public static final String PROVIDER_ID = "contact-center-device-passkey";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Contact Center: device-bound passkey";
    }

    @Override
    public String getHelpText() {
        return "Asks for a passkey whose authenticator says that it cannot be synced to another device, unless one was just"
                + " used to sign in.";
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasskeyAuthenticator(session, PasskeyKind.DEVICE_BOUND);
    }

    /**
     * None: Keycloak asks whoever manages a credential for the highest level that its category can reach, so that people
     * with only a synced passkey could never add another one.
     */
    @Override
    public @Nullable String getReferenceCategory() {
        return null;
    }
}
