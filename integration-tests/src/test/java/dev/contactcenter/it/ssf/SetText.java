package dev.contactcenter.it.ssf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.server.Admin;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A security event token as it is made: right in all, but for what a test changes. */
final class SetText {

    static final String CAEP = "https://schemas.openid.net/secevent/caep/event-type/";
    static final String SSF = "https://schemas.openid.net/secevent/ssf/event-type/";

    private final ObjectNode header = Admin.object();
    private final ObjectNode claims = Admin.object();
    private final ObjectNode event;
    private KeyPair key;

    SetText(Transmitter transmitter, String type) {
        this.key = transmitter.key();
        header.put("alg", "RS256").put("typ", "secevent+jwt").put("kid", Transmitter.FIRST_KEY);
        claims.put("iss", transmitter.issuer()).put("aud", Transmitter.AUDIENCE);
        claims.put("jti", UUID.randomUUID().toString()).put("iat", Instant.now().getEpochSecond());
        event = claims.withObject("/events")
                .putObject(type.contains(":") ? type : (type.equals("verification") ? SSF : CAEP) + type);
        event.withObject("/reason_admin").put("en", "a test");
    }

    String jti() {
        return claims.path("jti").asText();
    }

    /** The subject as JSON. */
    SetText about(String json) {
        claims.set("sub_id", Admin.object(json));
        return this;
    }

    /** A session by its {@code sid}. */
    SetText aboutSession(String sid) {
        return about("{\"format\":\"opaque\",\"id\":\"" + sid + "\"}");
    }

    /** An account by its id in the realm. */
    SetText aboutAccount(String id) {
        return about("{\"format\":\"iss_sub\",\"iss\":\"" + Transmitter.AUDIENCE + "\",\"sub\":\"" + id + "\"}");
    }

    SetText aboutEmail(String email) {
        return about("{\"format\":\"email\",\"email\":\"" + email + "\"}");
    }

    SetText aboutDevice(String id) {
        return about("{\"format\":\"complex\",\"device\":{\"format\":\"opaque\",\"id\":\"" + id + "\"}}");
    }

    /** Another member of the event. */
    SetText with(String name, String value) {
        event.put(name, value);
        return this;
    }

    /** When it happened, in seconds from now. */
    SetText occurred(int seconds) {
        event.put("event_timestamp", Instant.now().getEpochSecond() + seconds);
        return this;
    }

    /** Any change of the claims. */
    SetText claims(Consumer<ObjectNode> change) {
        change.accept(claims);
        return this;
    }

    /** Any change of the event. */
    SetText event(Consumer<ObjectNode> change) {
        change.accept(event);
        return this;
    }

    /** Another member of the header. */
    SetText header(String name, String value) {
        header.put(name, value);
        return this;
    }

    /** Signed with another key. */
    SetText key(String kid, KeyPair another) {
        header.put("kid", kid);
        this.key = another;
        return this;
    }

    /** Signed as it should be. */
    String signed() {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(content().getBytes(UTF_8));
            return content() + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not signed, and saying so. */
    String unsigned() {
        header.put("alg", "none");
        return content() + ".";
    }

    /** With the public key taken for a shared secret. */
    String signedWithThePublicKey() {
        header.put("alg", "HS256");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getPublic().getEncoded(), "HmacSHA256"));
            return content() + "." + encoded(mac.doFinal(content().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims so far. */
    JsonNode claims() {
        return claims;
    }

    private String content() {
        return encoded(header.toString().getBytes(UTF_8)) + "."
                + encoded(claims.toString().getBytes(UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
