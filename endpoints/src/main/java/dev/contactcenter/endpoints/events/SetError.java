package dev.contactcenter.endpoints.events;

import java.util.Locale;

/**
 * Why a security event token is not taken, in the words of RFC 8935 §2.4 and RFC 8936 §2.6.
 *
 * @param description a sentence for the transmitter's log, in English
 */
public record SetError(Code code, String description) {

    /** The registered codes. */
    public enum Code {
        INVALID_REQUEST,
        INVALID_KEY,
        INVALID_ISSUER,
        INVALID_AUDIENCE,
        AUTHENTICATION_FAILED,
        ACCESS_DENIED,
        /** SSF 1.0 §8.1.4.1. */
        INVALID_STATE;

        /** As the member {@code err} has it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What cannot be read, or breaks a rule of the standards. */
    public static SetError invalidRequest(String description) {
        return new SetError(Code.INVALID_REQUEST, description);
    }
}
