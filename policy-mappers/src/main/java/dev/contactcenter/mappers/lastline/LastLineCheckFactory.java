package dev.contactcenter.mappers.lastline;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Puts {@link LastLineCheck} behind every token that Keycloak is about to sign. */
public final class LastLineCheckFactory implements TokenPostProcessorFactory {

    public static final String PROVIDER_ID = "contact-center-last-line";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new LastLineCheck(session);
    }

    /** After all others, so that nothing is added to a token behind the check. */
    @Override
    public int order() {
        return -1000;
    }
}
