package dev.contactcenter.authenticators.passkey;

import com.webauthn4j.converter.exception.DataConversionException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.WebAuthnConstants;
import org.keycloak.utils.StringUtil;

/**
 * What a registration says about where the passkey is. Attachment and transports are the browser's word (WebAuthn L3 §5.4.5,
 * §5.8.4), an attestation is the authenticator's, where the realm asks for one. None of it can prove that an authenticator leaves
 * with its person, so that each sign of one that stays is enough.
 */
record Registered(String attachment, Set<String> transports, String attestation) {

    private static final String ROAMING = "cross-platform";
    private static final String INTERNAL = "internal";
    private static final String HYBRID = "hybrid";

    /** Attestations of what is built into a computer (WebAuthn L3 §8.3, §8.8); a phone's are made elsewhere as well. */
    private static final Set<String> BUILT_IN = Set.of("tpm", "apple");

    /** What the form says; nothing if it brings no registration that can be read, which Keycloak refuses in its own words. */
    static Optional<Registered> of(MultivaluedMap<String, String> form) {
        String attestation = form.getFirst(WebAuthnConstants.ATTESTATION_OBJECT);
        if (StringUtil.isBlank(attestation)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Registered(
                    text(form, WebAuthnConstants.AUTHENTICATOR_ATTACHMENT),
                    Arrays.stream(text(form, WebAuthnConstants.TRANSPORTS).split(","))
                            .map(String::strip)
                            .collect(Collectors.toSet()),
                    SignedFlags.attestation(attestation).getFormat()));
        } catch (DataConversionException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        return Optional.ofNullable(form.getFirst(field)).orElse("");
    }

    /** Whether anything says that it stays where it was made. */
    boolean stays() {
        return !attachment.equals(ROAMING)
                || (transports.contains(INTERNAL) && !transports.contains(HYBRID))
                || BUILT_IN.contains(attestation);
    }
}
