package dev.contactcenter.authenticators.passkey;

import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import dev.contactcenter.authenticators.passkeystore.PasskeyStore;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.GrantEvent;
import dev.contactcenter.kit.device.DeviceRegistry;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.PasskeyFacts;
import dev.contactcenter.kit.signal.SessionDevice;
import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegister;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.WebAuthnPolicy;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * Keycloak's registration of a passkey, which then keeps what the new passkey's signed data tells. On a device that several people
 * use it takes nothing that stays there: whoever sits down next would have it in front of them.
 */
final class PasskeyRegistration extends WebAuthnPasswordlessRegister {

    private final KeycloakSession session;

    PasskeyRegistration(KeycloakSession session, CertPathTrustworthinessVerifier trust) {
        super(session, trust);
        this.session = session;
    }

    /** The browser is asked for a phone or a security key; Keycloak compares what it says with that. */
    @Override
    protected WebAuthnPolicy getWebAuthnPolicy(RequiredActionContext context) {
        WebAuthnPolicy policy = super.getWebAuthnPolicy(context);
        return EnrolmentPlace.of(context).takesOnlyWhatRoams() ? RoamingPolicy.of(policy) : policy;
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (EnrolmentPlace.of(context).takesOnlyWhatRoams()) {
            context.form().setInfo("contactCenterEnrolRoaming");
        }
        super.requiredActionChallenge(context);
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        EnrolmentPlace place = EnrolmentPlace.of(context);
        if (Registered.of(form).filter(Registered::stays).isPresent() && place.takesOnlyWhatRoams()) {
            EnrolmentRefusal.show(context, place);
            return;
        }
        super.processAction(context);
        String attestation = form.getFirst(WebAuthnConstants.ATTESTATION_OBJECT);
        boolean governed = !(DecisionPoint.of(session).policy() instanceof PolicyInForce.NotGoverned);
        if (governed && context.getStatus() == RequiredActionContext.Status.SUCCESS && attestation != null) {
            keep(
                    context,
                    SignedFlags.ofRegistration(attestation),
                    form.getFirst(WebAuthnConstants.AUTHENTICATOR_ATTACHMENT));
        }
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
        StoredPasskey.find(context.getUser(), registered.getCredentialId())
                .map(WebAuthnCredentialModel::getId)
                .ifPresent(id -> keep(context, id, facts));
        facts.asMap().forEach((name, value) -> context.getEvent().detail("contact_center_passkey_" + name, value));
        GrantEvent.recall(context.getAuthenticationSession(), context.getEvent());
    }

    /** Its facts, and the device that it was enrolled on where the session showed one. */
    private void keep(RequiredActionContext context, String id, PasskeyFacts facts) {
        new PasskeyStore(session).keep(context.getRealm(), context.getUser(), id, facts);
        DeviceRegistry registry = session.getProvider(DeviceRegistry.class);
        if (registry != null) {
            SessionDevice.of(EnrolmentPlace.of(context).notes())
                    .ifPresent(device -> registry.enrolled(
                            context.getRealm(), device, context.getUser().getId(), id));
        }
    }
}
