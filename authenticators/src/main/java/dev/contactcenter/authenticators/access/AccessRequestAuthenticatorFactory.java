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

/** Offers {@link AccessRequestAuthenticator} to authentication flows. */
public final class AccessRequestAuthenticatorFactory implements AuthenticatorFactory {

    public static final String PROVIDER_ID = "contact-center-access-request";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Contact Center: access request";
    }

    @Override
    public String getHelpText() {
        return "Raises the level that the login must reach to what the policy demands for the requested actions. Put it first in the flow, before the cookie, and again after the first credential.";
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new AccessRequestAuthenticator();
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
