package dev.contactcenter.demo.recordings;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * An access token that was found to be the realm's, for this server, and not over. Only of such tokens is anything told: whoever shows
 * another one is a stranger, and strangers must not be able to fill the trail.
 *
 * @param text as it was shown
 */
record GenuineToken(String text, JWTClaimsSet claims) {

    /** Without the token, so that it is in no log. */
    @Override
    public String toString() {
        return "GenuineToken[jti=" + claims.getJWTID() + "]";
    }
}
