package dev.contactcenter.authenticators.passkey;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegister;
import org.keycloak.models.KeycloakSession;

/**
 * Takes the place of Keycloak's own factory, under its id, so that a passkey added in the account console is captured as
 * well (ADR 0006). In every other respect it is Keycloak's.
 */
public final class PasskeyRegistrationFactory extends WebAuthnPasswordlessRegisterFactory {

    @Override
    protected WebAuthnRegister createProvider(KeycloakSession session, CertPathTrustworthinessVerifier trust) {
        return new PasskeyRegistration(session, trust);
    }
}
