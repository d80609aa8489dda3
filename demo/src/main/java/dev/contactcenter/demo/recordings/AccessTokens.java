package dev.contactcenter.demo.recordings;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Set;

/** Tells a genuine access token of the realm for one of this server's audiences from anything else. */
final class AccessTokens {

    /** Both run on the clock of one machine; Nimbus's own minute would outlive the demo's short freshness. */
    private static final int CLOCK_SKEW_SECONDS = 2;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    AccessTokens(URI issuer, Set<String> audiences) {
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys(issuer)));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                audiences,
                // An ID token is signed with the same key: only "typ" tells them apart.
                new JWTClaimsSet.Builder()
                        .issuer(issuer.toString())
                        .claim("typ", "Bearer")
                        .build(),
                Set.of("exp", "iat", "sub", "scope"),
                null);
        claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
    }

    private static JWKSource<SecurityContext> keys(URI issuer) {
        try {
            return JWKSourceBuilder.create(URI.create(issuer + "/protocol/openid-connect/certs")
                            .toURL())
                    .retrying(true)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The issuer cannot be used because it is no URL: " + issuer, e);
        }
    }

    /**
     * A genuine token.
     *
     * @throws InvalidTokenException if it is not one
     */
    GenuineToken verify(String token) throws InvalidTokenException {
        try {
            return new GenuineToken(token, processor.process(token, null));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new InvalidTokenException(String.valueOf(e.getMessage()), e);
        }
    }
}
