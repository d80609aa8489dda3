package dev.contactcenter.kit.record;

import java.util.Locale;

/** Where in Keycloak a decision was asked for. */
public enum Hook {
    /** The login flow, for an authorization request. */
    AUTHORIZATION,
    /** The registration of a passkey. */
    ENROLMENT,
    /** A refresh grant. */
    REFRESH,
    /** Any other grant, just before its token is signed. */
    TOKEN,
    /** Somebody asked what a token stands for (RFC 7662). */
    INTROSPECTION,
    /** Somebody showed a token to read about its person (OpenID Connect Core §5.3). */
    USERINFO,
    /** Nowhere: something happened to a session that nobody had asked for. */
    NONE;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Whether something begins here, in place of going on. */
    public boolean begins() {
        return switch (this) {
            case AUTHORIZATION, ENROLMENT, TOKEN -> true;
            case REFRESH, INTROSPECTION, USERINFO, NONE -> false;
        };
    }

    /** As it is written in records and meters. */
    public String label() {
        return label;
    }
}
