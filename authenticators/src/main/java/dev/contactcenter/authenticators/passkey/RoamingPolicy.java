package dev.contactcenter.authenticators.passkey;

import com.webauthn4j.data.AuthenticatorAttachment;
import org.keycloak.models.WebAuthnPolicy;

/** The passkey policy of a realm, narrowed to authenticators that leave with their person (WebAuthn L3 §5.4.5). */
final class RoamingPolicy {

    private RoamingPolicy() {}

    /** A copy: Keycloak's own is in its cache, for all that the realm registers. What is deprecated is still read by its page. */
    @SuppressWarnings("deprecation")
    static WebAuthnPolicy of(WebAuthnPolicy policy) {
        var narrowed = new WebAuthnPolicy();
        narrowed.setRpEntityName(policy.getRpEntityName());
        narrowed.setRpId(policy.getRpId());
        narrowed.setSignatureAlgorithm(policy.getSignatureAlgorithm());
        narrowed.setAttestationConveyancePreference(policy.getAttestationConveyancePreference());
        narrowed.setAuthenticatorAttachment(AuthenticatorAttachment.CROSS_PLATFORM.getValue());
        narrowed.setRequireResidentKey(policy.getRequireResidentKey());
        narrowed.setResidentKey(policy.getResidentKey());
        narrowed.setUserVerificationRequirement(policy.getUserVerificationRequirement());
        narrowed.setCreateTimeout(policy.getCreateTimeout());
        narrowed.setAvoidSameAuthenticatorRegister(policy.isAvoidSameAuthenticatorRegister());
        narrowed.setAcceptableAaguids(policy.getAcceptableAaguids());
        narrowed.setExtraOrigins(policy.getExtraOrigins());
        narrowed.setPasskeysEnabled(policy.isPasskeysEnabled());
        narrowed.setMediation(policy.getMediation());
        return narrowed;
    }
}
