package dev.contactcenter.kit.revocation;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a resource server must no longer accept, although the token in front of it looks valid. A later entry for the same
 * kind and value takes the place of an earlier one.
 *
 * @param cursor its place in the realm's denylist; later entries have higher ones
 * @param value what the claim of the kind's name says
 * @param reason reason code
 * @param at when it was entered
 * @param until from when on it no longer counts, because no token can be left or, if that is not after {@code at}, because it was
 *     lifted; nothing if it counts until it is lifted
 */
public record DenylistEntry(long cursor, Kind kind, String value, String reason, Instant at, Optional<Instant> until) {

    /** Which claim of an access token is meant. */
    public enum Kind {
        /** A session, by the claim {@code sid}. */
        SID("sid"),
        /** One token, by the claim {@code jti} (RFC 7519 §4.1.7). */
        JTI("jti"),
        /** A person, by the claim {@code sub} as Keycloak's id: every token that was issued until the moment of the entry. */
        SUB("sub"),
        /** A device, by {@code contact_center.device.id}. */
        DEVICE("device");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it stands in the feed. */
        public String word() {
            return word;
        }
    }
}
