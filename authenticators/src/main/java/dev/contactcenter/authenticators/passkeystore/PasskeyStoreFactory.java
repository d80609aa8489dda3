package dev.contactcenter.authenticators.passkeystore;

import dev.contactcenter.kit.passkey.PasskeyBindings;
import dev.contactcenter.kit.passkey.PasskeyBindingsFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Lets other parts of the pack ask {@link PasskeyStore}. */
public final class PasskeyStoreFactory implements PasskeyBindingsFactory {

    public static final String PROVIDER_ID = "contact-center-passkey-store";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public PasskeyBindings create(KeycloakSession session) {
        return new PasskeyStore(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
