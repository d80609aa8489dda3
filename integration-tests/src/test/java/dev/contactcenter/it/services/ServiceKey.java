package dev.contactcenter.it.services;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.signals.PostureIssuer;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A key of a service: it signs who the service is (RFC 7523 §2.2), and who uses a token (RFC 9449 §4). */
public final class ServiceKey {

    private static final int COORDINATE_BYTES = 32;
    private static final int LIFE_SECONDS = 60;

    private final KeyPair pair = PostureIssuer.newKey();

    /** Lets a client prove itself with this key, and no longer with a secret. */
    public void proves(ObjectNode client) {
        client.put("clientAuthenticatorType", "client-jwt");
        client.remove("secret");
        client.withObject("/attributes")
                .put("use.jwks.url", "false")
                .put("use.jwks.string", "true")
                .put("jwks.string", "{\"keys\":[" + jwk() + "]}");
    }

    /** The assertion by which a client of the realm proves itself. */
    public String assertion(String clientId, URI realm) {
        ObjectNode claims = lasting();
        claims.put("iss", clientId).put("sub", clientId).put("aud", realm.toString());
        return signed(Admin.object().put("typ", "JWT").put("kid", kid()), claims);
    }

    /** A proof for one request without a token. */
    public String proof(String method, String url) {
        return signed(header(), proving(method, url));
    }

    /** A proof for one request with a token. */
    public String proof(String method, String url, String token) {
        return signed(header(), proving(method, url).put("ath", hash(token)));
    }

    /** What tells the key from all others (RFC 7638). */
    public String thumbprint() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return hash("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(
                        coordinate(key.getW().getAffineX().toByteArray()),
                        coordinate(key.getW().getAffineY().toByteArray())));
    }

    private ObjectNode header() {
        ObjectNode header = Admin.object().put("typ", "dpop+jwt");
        header.set("jwk", publicKey());
        return header;
    }

    private static ObjectNode proving(String method, String url) {
        return lasting().put("htm", method).put("htu", url);
    }

    private static ObjectNode lasting() {
        long now = Instant.now().getEpochSecond();
        return Admin.object()
                .put("jti", UUID.randomUUID().toString())
                .put("iat", now)
                .put("exp", now + LIFE_SECONDS);
    }

    private String kid() {
        return thumbprint();
    }

    private String jwk() {
        return publicKey()
                .put("kid", kid())
                .put("use", "sig")
                .put("alg", "ES256")
                .toString();
    }

    private ObjectNode publicKey() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return Admin.object()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", coordinate(key.getW().getAffineX().toByteArray()))
                .put("y", coordinate(key.getW().getAffineY().toByteArray()));
    }

    /** A number as a fixed number of bytes (RFC 7518 §6.2.1.2). */
    private static String coordinate(byte[] number) {
        byte[] fixed = new byte[COORDINATE_BYTES];
        int taken = Math.min(number.length, COORDINATE_BYTES);
        System.arraycopy(number, number.length - taken, fixed, COORDINATE_BYTES - taken, taken);
        return encoded(fixed);
    }

    private String signed(ObjectNode header, ObjectNode claims) {
        String content = encoded(header.put("alg", "ES256").toString().getBytes(UTF_8)) + "."
                + encoded(claims.toString().getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(UTF_8));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ES256 is missing, because this is not a Java platform", e);
        }
    }

    private static String hash(String text) {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing, because this is not a Java platform", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
