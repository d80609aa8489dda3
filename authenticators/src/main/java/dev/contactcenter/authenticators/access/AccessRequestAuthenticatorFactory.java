package dev.contactcenter.authenticators.access;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers {@link AccessRequestAuthenticator} to authentication flows. */
public final class AccessRequestAuthenticatorFactory implements StepWithoutFormFactory {

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
}
