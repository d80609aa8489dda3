package dev.contactcenter.demo.apps;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an app holds for a person who is signed in.
 *
 * @param refreshToken none for what serves once
 * @param idToken as it came, for the sign-out
 * @param person what the validated ID token says
 * @param expiresAt when the access token ends
 */
record Tokens(
        AccessToken accessToken,
        @Nullable RefreshToken refreshToken,
        JWT idToken,
        IDTokenClaimsSet person,
        Instant expiresAt) {

    /** What the authorization server says it granted. */
    Scope scope() {
        Scope granted = accessToken.getScope();
        return granted == null ? new Scope() : granted;
    }
}
