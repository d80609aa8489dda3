package dev.contactcenter.authenticators.access;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

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
    public Authenticator create(KeycloakSession session) {
        return new AccessDecisionAuthenticator();
    }
}
