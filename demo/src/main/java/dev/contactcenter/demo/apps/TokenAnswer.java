package dev.contactcenter.demo.apps;

import com.nimbusds.oauth2.sdk.ErrorObject;

/** What came of asking the authorization server for tokens. */
sealed interface TokenAnswer {

    /** The code of a {@link Refused} that is none: nobody answered. */
    String UNREACHABLE = "server_unreachable";

    /** It gave them. */
    record Granted(Tokens tokens) implements TokenAnswer {}

    /**
     * It did not.
     *
     * @param code for example {@code access_denied}
     * @param description the server's sentence; empty if it gave none
     */
    record Refused(String code, String description) implements TokenAnswer {
        static Refused of(ErrorObject error) {
            String description = error.getDescription();
            return new Refused(String.valueOf(error.getCode()), description == null ? "" : description);
        }
    }
}
