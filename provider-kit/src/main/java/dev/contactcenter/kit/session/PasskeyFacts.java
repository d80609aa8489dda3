package dev.contactcenter.kit.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserSessionModel;

/**
 * What is known of the passkey that was used, from its signed authenticator data (WebAuthn L3 §6.1) and its registration.
 *
 * @param userVerified flag UV: the authenticator checked a PIN or a finger
 * @param backupEligible flag BE: the passkey may be synced; false means bound to one device
 * @param backedUp flag BS: it is synced now
 * @param aaguid the authenticator's model; as trustworthy as the attestation at registration
 * @param attachment {@code platform} or {@code cross-platform} as the browser told when the passkey was enrolled or used, empty if it
 *     did not; not signed
 */
public record PasskeyFacts(
        boolean userVerified, boolean backupEligible, boolean backedUp, String aaguid, String attachment) {

    /** The note, of a login and of the session it leads to, that holds the facts. */
    public static final String NOTE = "contact-center.session.passkey";

    /** The note that holds Keycloak's id of its credential. */
    public static final String CREDENTIAL_NOTE = "contact-center.session.passkey-credential";

    /** WebAuthn L3 §5.4.5. */
    private static final String ROAMING = "cross-platform";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader FACTS = JSON.readerFor(new TypeReference<Map<String, String>>() {});

    /** The facts of the passkey that this session used last; empty if none was used. */
    public static Map<String, String> told(@Nullable UserSessionModel session) {
        return session == null ? Map.of() : told(session.getNote(NOTE));
    }

    /** The facts in a note; empty if there is none or it cannot be read. */
    public static Map<String, String> told(@Nullable String note) {
        if (note == null) {
            return Map.of();
        }
        try {
            return FACTS.readValue(note);
        } catch (JsonProcessingException unreadable) {
            return Map.of();
        }
    }

    /** Reads a note back; empty if it holds no facts. */
    public static Optional<PasskeyFacts> of(@Nullable String note) {
        Map<String, String> told = told(note);
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new PasskeyFacts(
                        Boolean.parseBoolean(told.get("uv")),
                        Boolean.parseBoolean(told.get("backup_eligible")),
                        Boolean.parseBoolean(told.get("backed_up")),
                        told.getOrDefault("aaguid", ""),
                        told.getOrDefault("attachment", "")));
    }

    /**
     * The same as the browser reached it this time: a passkey of a phone is part of the phone, and beside the computer that it is used for.
     *
     * @param told what the form of the sign-in says; only that it is beside says more than was known
     */
    public PasskeyFacts usedFrom(@Nullable String told) {
        return ROAMING.equals(told) ? new PasskeyFacts(userVerified, backupEligible, backedUp, aaguid, ROAMING) : this;
    }

    /** As it stands in a note and in a decision record. */
    public Map<String, String> asMap() {
        Map<String, String> told = new TreeMap<>();
        told.put("uv", Boolean.toString(userVerified));
        told.put("backup_eligible", Boolean.toString(backupEligible));
        told.put("backed_up", Boolean.toString(backedUp));
        told.put("aaguid", aaguid);
        if (!attachment.isEmpty()) {
            told.put("attachment", attachment);
        }
        return told;
    }

    /** As a note. */
    public String asNote() {
        try {
            return JSON.writeValueAsString(asMap());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of text cannot fail to be written because it holds only text", e);
        }
    }
}
