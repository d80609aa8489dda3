package dev.contactcenter.authenticators.access;

import dev.contactcenter.kit.setting.Setting;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers {@link AccessDecisionAuthenticator} to authentication flows. */
public final class AccessDecisionAuthenticatorFactory implements StepWithoutFormFactory {

    public static final String PROVIDER_ID = "contact-center-access-decision";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Contact Center: access decision";
    }

    @Override
    public String getHelpText() {
        return "Decides whether the requested mode and actions are granted, and shows a page that says why if they are not. Put it last in the flow.";
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return DecisionSettings.ALL.stream().map(Setting::toProperty).toList();
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new AccessDecisionAuthenticator();
    }
}
