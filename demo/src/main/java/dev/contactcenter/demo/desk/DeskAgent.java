package dev.contactcenter.demo.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An endpoint agent on a desk: it signs what it finds, with a key that it can change. */
public final class DeskAgent {

    /** Who signs. */
    public static final String ISSUER = "https://desk-agent.example.test";

    /** For whom. */
    public static final String AUDIENCE = "contact-center";

    /** The computer that it runs on. */
    public static final String DEVICE = "desk-17";

    /** How long a report counts. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private volatile ECKey key = newKey();

    /** A report: a posture token. Each is for the session that shows it first. */
    public String report(Posture posture) {
        return report(DEVICE, posture);
    }

    /** The same as the agent of another computer would make it. */
    public String report(String device, Posture posture) {
        return signed(key, key.getKeyID(), device, posture);
    }

    /** A report that somebody else signed in its name. */
    public String forgery(Posture posture) {
        return signed(newKey(), key.getKeyID(), DEVICE, posture);
    }

    /** Signs with another key from now on. */
    public void changeKey() {
        key = newKey();
    }

    /** Its public key, as a JWK set. */
    public byte[] publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
    }

    private static String signed(ECKey by, String kid, String device, Posture posture) {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(device)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("posture", claim(posture))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("posture+jwt"))
                .keyID(kid)
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A report cannot be signed", e);
        }
    }

    private static Map<String, String> claim(Posture posture) {
        return new TreeMap<>(Map.of(
                "compliance",
                posture.compliance(),
                "management",
                "managed",
                "class",
                "assigned",
                "encryption",
                posture.encryption()));
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java makes no keys of P-256", e);
        }
    }
}
