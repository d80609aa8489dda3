package dev.contactcenter.authenticators.passkey;

import dev.contactcenter.kit.setting.Setting;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.WebAuthnPasswordlessAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers {@link PasskeyAuthenticator} to authentication flows. */
public class PasskeyAuthenticatorFactory extends WebAuthnPasswordlessAuthenticatorFactory {

    public static final String PROVIDER_ID = "contact-center-passkey";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Contact Center: passkey";
    }

    @Override
    public String getHelpText() {
        return "Asks for a passkey, unless one was just used to sign in, and keeps what its signed data tells: whether the person"
                + " was verified and whether the passkey is bound to one device.";
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasskeyAuthenticator(session, PasskeyKind.ANY);
    }

    @Override
    public Requirement[] getRequirementChoices() {
        // Not ALTERNATIVE: a level that can be had without this step proves nothing.
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return PasskeySettings.ALL.stream().map(Setting::toProperty).toList();
    }
}
