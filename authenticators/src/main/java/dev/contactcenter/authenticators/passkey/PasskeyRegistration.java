package dev.contactcenter.authenticators.passkey;

import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import dev.contactcenter.authenticators.passkeystore.PasskeyStore;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.PasskeyFacts;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegister;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Keycloak's registration of a passkey, which then keeps what the new passkey's signed data tells. */
final class PasskeyRegistration extends WebAuthnPasswordlessRegister {

    private final KeycloakSession session;

    PasskeyRegistration(KeycloakSession session, CertPathTrustworthinessVerifier trust) {
        super(session, trust);
        this.session = session;
    }

    @Override
    public void processAction(RequiredActionContext context) {
        super.processAction(context);
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String attestation = form.getFirst(WebAuthnConstants.ATTESTATION_OBJECT);
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS && attestation != null) {
            keep(
                    context,
                    SignedFlags.ofRegistration(attestation),
                    form.getFirst(WebAuthnConstants.AUTHENTICATOR_ATTACHMENT));
        }
    }

    /**
     * None in a governed realm, so that Keycloak asks for no level of its own: it would take that of the last step of this
     * type in the flow, the device-bound one, and neither a first nor another synced passkey could be enrolled. The access
     * request step asks instead.
     */
    @Override
    public @Nullable String getCredentialType(KeycloakSession session, AuthenticationSessionModel login) {
        return DecisionPoint.of(session).policy() instanceof PolicyInForce.NotGoverned
                ? super.getCredentialType(session, login)
                : null;
    }

    private void keep(RequiredActionContext context, AuthenticatorData<?> data, String attachment) {
        AttestedCredentialData registered = data.getAttestedCredentialData();
        if (registered == null) {
            throw new IllegalStateException(
                    "A verified registration names its credential, because Keycloak just stored it");
        }
        var facts = new PasskeyFacts(
                data.isFlagUV(),
                data.isFlagBE(),
                data.isFlagBS(),
                String.valueOf(registered.getAaguid()),
                attachment == null ? "" : attachment);
        stored(context.getUser(), registered.getCredentialId())
                .ifPresent(id -> new PasskeyStore(session).keep(context.getRealm(), context.getUser(), id, facts));
        facts.asMap().forEach((name, value) -> context.getEvent().detail("contact_center_passkey_" + name, value));
    }

    private static Optional<String> stored(UserModel user, byte[] credentialId) {
        String wanted = Base64.getEncoder().encodeToString(credentialId);
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                .map(WebAuthnCredentialModel::createFromCredentialModel)
                .filter(model -> wanted.equals(model.getWebAuthnCredentialData().getCredentialId()))
                .map(WebAuthnCredentialModel::getId)
                .findFirst();
    }
}
