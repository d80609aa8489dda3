package dev.contactcenter.authenticators.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers {@link AccessDecisionAuthenticator} to authentication flows. */
public final class AccessDecisionAuthenticatorFactory implements AuthenticatorFactory {

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
    public Authenticator create(KeycloakSession session) {
        return new AccessDecisionAuthenticator();
    }

    @Override
    public Requirement[] getRequirementChoices() {
        // Not ALTERNATIVE: a flow that can go around this step does not enforce the policy.
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public @Nullable String getReferenceCategory() {
        return null;
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
