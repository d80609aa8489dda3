package dev.contactcenter.authenticators.passkey;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import java.util.Base64;

/**
 * The flags of authenticator data (WebAuthn L3 §6.1). Read them only after Keycloak verified the signature: before, they
 * are anybody's claim.
 */
final class SignedFlags {

    private static final ObjectConverter CONVERTER = new ObjectConverter();

    private SignedFlags() {}

    /**
     * The authenticator data of an assertion.
     *
     * @param base64Url as the browser submitted it
     */
    static AuthenticatorData<?> ofAssertion(String base64Url) {
        return new AuthenticatorDataConverter(CONVERTER).convert(decode(base64Url));
    }

    /**
     * The authenticator data inside an attestation object.
     *
     * @param base64Url as the browser submitted it
     */
    static AuthenticatorData<?> ofRegistration(String base64Url) {
        return attestation(base64Url).getAuthenticatorData();
    }

    /**
     * The attestation object of a registration.
     *
     * @param base64Url as the browser submitted it
     * @throws IllegalArgumentException if it is none
     */
    static AttestationObject attestation(String base64Url) {
        AttestationObject attestation = new AttestationObjectConverter(CONVERTER).convert(decode(base64Url));
        if (attestation == null) {
            throw new IllegalArgumentException("A registration has an attestation object");
        }
        return attestation;
    }

    static byte[] decode(String base64Url) {
        return Base64.getUrlDecoder().decode(base64Url);
    }
}
