package dev.contactcenter.endpoints.audit;

import org.keycloak.representations.AccessToken;

/** What the check of a told action against its token found. */
sealed interface Finding {

    /** The token permits what was told. */
    record Borne(AccessToken token) implements Finding {}

    /**
     * The token is genuine, and what was told does not fit it.
     *
     * @param why reason code
     */
    record Disputed(AccessToken token, String why) implements Finding {}

    /** There is no genuine token of this realm. */
    record NoToken() implements Finding {}

    /** The same of what cannot be borne for another reason, whatever the token permits. */
    default Finding disputed(String why) {
        return switch (this) {
            case Borne(AccessToken token) -> new Disputed(token, why);
            case Disputed disputed -> disputed;
            case NoToken none -> none;
        };
    }
}
