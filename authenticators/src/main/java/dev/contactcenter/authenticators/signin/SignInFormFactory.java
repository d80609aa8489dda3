package dev.contactcenter.authenticators.signin;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** Offers {@link SignInForm} to authentication flows. */
public final class SignInFormFactory extends UsernamePasswordFormFactory {

    public static final String PROVIDER_ID = "contact-center-sign-in";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Contact Center: sign-in";
    }

    @Override
    public String getHelpText() {
        return "The login form for user name and password, which also takes a passkey and counts it for what it proves.";
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new SignInForm(session);
    }
}
