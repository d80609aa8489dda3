package dev.contactcenter.authenticators.passkey;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import dev.contactcenter.kit.setting.InvalidSettingException;
import dev.contactcenter.kit.setting.Setting;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegister;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/**
 * Takes the place of Keycloak's own factory, under its id, so that a passkey added in the account console is captured as
 * well (ADR 0006), and one that would stay on a shared device is not (ADR 0022). In every other respect it is Keycloak's.
 */
public final class PasskeyRegistrationFactory extends WebAuthnPasswordlessRegisterFactory {

    @Override
    protected WebAuthnRegister createProvider(KeycloakSession session, CertPathTrustworthinessVerifier trust) {
        return new PasskeyRegistration(session, trust);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return Stream.concat(
                        super.getConfigMetadata().stream(),
                        EnrolmentSettings.ALL.stream().map(Setting::toProperty))
                .toList();
    }

    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        super.validateConfig(session, realm, model);
        try {
            EnrolmentSettings.ALL.forEach(setting -> setting.from(model.getConfig()));
        } catch (InvalidSettingException unusable) {
            throw new ValidationException(
                    new ValidationError(getId(), unusable.key(), String.valueOf(unusable.getMessage())));
        }
    }
}
