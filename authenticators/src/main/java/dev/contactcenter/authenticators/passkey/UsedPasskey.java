package dev.contactcenter.authenticators.passkey;

import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import dev.contactcenter.authenticators.passkeystore.KnownPasskey;
import dev.contactcenter.authenticators.passkeystore.PasskeyStore;
import dev.contactcenter.kit.session.PasskeyFacts;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** What a passkey that was just used successfully tells about itself. */
public sealed interface UsedPasskey {

    /** The field in which the sign-in page's script tells how the browser reached the passkey (WebAuthn L3 §5.1). */
    String ATTACHMENT = "ccAttachment";

    /** Its facts, now kept for this login, for the session it leads to, and for the credential. */
    record Genuine(PasskeyFacts facts) implements UsedPasskey {}

    /**
     * The flag BE changed since registration, which WebAuthn L3 §7.2 does not allow: not the same authenticator.
     */
    record Changed() implements UsedPasskey {}

    /** Captures the facts after Keycloak verified the assertion in the submitted form. */
    static UsedPasskey capture(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        AuthenticatorData<?> data = SignedFlags.ofAssertion(form.getFirst(WebAuthnConstants.AUTHENTICATOR_DATA));
        WebAuthnCredentialModel credential =
                credential(context.getUser(), SignedFlags.decode(form.getFirst(WebAuthnConstants.CREDENTIAL_ID)));
        PasskeyStore store = new PasskeyStore(context.getSession());
        Optional<KnownPasskey> known = store.find(credential.getId());
        if (known.filter(before -> before.backupEligible() != data.isFlagBE()).isPresent()) {
            return new Changed();
        }
        var enrolled = new PasskeyFacts(
                data.isFlagUV(),
                data.isFlagBE(),
                data.isFlagBS(),
                String.valueOf(credential.getWebAuthnCredentialData().getAaguid()),
                known.map(KnownPasskey::attachment).orElse(""));
        store.keep(context.getRealm(), context.getUser(), credential.getId(), enrolled);
        PasskeyFacts facts = enrolled.usedFrom(form.getFirst(ATTACHMENT));
        context.getAuthenticationSession().setUserSessionNote(PasskeyFacts.CREDENTIAL_NOTE, credential.getId());
        tell(context, facts);
        return new Genuine(facts);
    }

    private static void tell(AuthenticationFlowContext context, PasskeyFacts facts) {
        context.getAuthenticationSession().setUserSessionNote(PasskeyFacts.NOTE, facts.asNote());
        facts.asMap().forEach((name, value) -> context.getEvent().detail("contact_center_passkey_" + name, value));
    }

    private static WebAuthnCredentialModel credential(UserModel user, byte[] credentialId) {
        return StoredPasskey.find(user, credentialId)
                .orElseThrow(() -> new IllegalStateException(
                        "The passkey is stored for this user, because Keycloak just verified it with the stored key"));
    }
}
