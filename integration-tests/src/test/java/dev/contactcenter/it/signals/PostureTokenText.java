package dev.contactcenter.it.signals;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.contactcenter.it.server.Admin;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A posture token as it is made: right in all, but for what a test changes. */
public final class PostureTokenText {

    private static final int LIFE_SECONDS = 300;

    private final ObjectNode header = Admin.object();
    private final ObjectNode claims = Admin.object();
    private KeyPair key;

    PostureTokenText(String device, String kid, KeyPair key) {
        this.key = key;
        header.put("alg", "ES256").put("typ", "posture+jwt").put("kid", kid);
        claims.put("iss", PostureIssuer.NAME).put("aud", PostureIssuer.AUDIENCE);
        claims.put("sub", device).put("jti", UUID.randomUUID().toString());
        issuedAfter(0);
        claims.withObject("/posture").put("compliance", "compliant").put("management", "managed");
    }

    /** Issued so many seconds from now, or before now. */
    public PostureTokenText issuedAfter(int seconds) {
        long issued = Instant.now().getEpochSecond() + seconds;
        claims.put("iat", issued).put("exp", issued + LIFE_SECONDS);
        return this;
    }

    /** Expires so many seconds from now, or before now; issued five minutes before that. */
    public PostureTokenText expiresAfter(int seconds) {
        return issuedAfter(seconds - LIFE_SECONDS);
    }

    /** Another word about compliance. */
    public PostureTokenText compliance(String word) {
        claims.withObject("/posture").put("compliance", word);
        return this;
    }

    /** The class of the device, which is not told otherwise. */
    public PostureTokenText deviceClass(String word) {
        claims.withObject("/posture").put("class", word);
        return this;
    }

    /** Another claim. */
    public PostureTokenText claim(String name, String value) {
        return claim(name, new TextNode(value));
    }

    /** Another claim. */
    public PostureTokenText claim(String name, long value) {
        return claim(name, value == (int) value ? new IntNode((int) value) : new LongNode(value));
    }

    private PostureTokenText claim(String name, JsonNode value) {
        claims.set(name, value);
        return this;
    }

    /** Another member of the header. */
    public PostureTokenText header(String name, String value) {
        header.put(name, value);
        return this;
    }

    /** Signed with another key. */
    public PostureTokenText key(String kid, KeyPair another) {
        header.put("kid", kid);
        this.key = another;
        return this;
    }

    /** Signed as it should be. */
    public String signed() {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivate());
            signature.update(content().getBytes(UTF_8));
            return content() + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With another's signature. */
    public String signedLike(String other) {
        return content() + other.substring(other.lastIndexOf('.'));
    }

    /** Not signed, and saying so. */
    public String unsigned() {
        header.put("alg", "none");
        return content() + ".";
    }

    /** With the public key taken for a shared secret. */
    public String signedWithThePublicKey() {
        header.put("alg", "HS256");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getPublic().getEncoded(), "HmacSHA256"));
            return content() + "." + encoded(mac.doFinal(content().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String content() {
        return encoded(header.toString().getBytes(UTF_8)) + "."
                + encoded(claims.toString().getBytes(UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
