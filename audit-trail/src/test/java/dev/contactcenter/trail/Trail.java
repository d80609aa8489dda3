package dev.contactcenter.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A trail as a server would deliver it, and what one can do to it. */
final class Trail {

    private final KeyPair key = newKey();
    private final List<String> lines = new ArrayList<>();
    private ChainHead head;

    Trail(String chain) {
        head = ChainHead.before(chain);
    }

    static Trail of(int records) {
        var trail = new Trail("realm-1");
        trail.deliver(records);
        return trail;
    }

    Trail deliver(int records) {
        for (int i = 0; i < records; i++) {
            add("{\"id\":\"record-" + (head.seq() + 1) + "\",\"realm\":\"contact-center\",\"outcome\":\"permit\"}");
        }
        return this;
    }

    void add(String record) {
        ChainHead.Chained chained = head.follow(record);
        head = chained.head();
        lines.add(chained.line());
    }

    /** The realm signs what there is. */
    Trail checkpoint() {
        lines.add(Checkpoint.line(sign(key, "key-1", Checkpoint.TYPE, head)));
        return this;
    }

    /** The same as a checkpoint, by the same key, but for its {@code typ}. */
    String signedAs(String type) {
        return sign(key, "key-1", type, head);
    }

    static String sign(KeyPair key, String keyId, String type, ChainHead head) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("alg", "RS256");
        header.put("kid", keyId);
        header.put("typ", type);
        var checkpoint = new Checkpoint(head, "contact-center", "2026-11-28T10:00:00Z");
        String signed = encode(header.toString().getBytes(UTF_8)) + "."
                + encode(checkpoint.payload().toString().getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RS256 is always there", e);
        }
    }

    RealmKeys keys() {
        var keys = new RealmKeys();
        keys.add(jwks());
        return keys;
    }

    String jwks() {
        RSAPublicKey published = (RSAPublicKey) key.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"key-1\",\"n\":\""
                + encode(published.getModulus().toByteArray()) + "\",\"e\":\""
                + encode(published.getPublicExponent().toByteArray()) + "\"}]}";
    }

    ChainHead head() {
        return head;
    }

    /** The lines, to be tampered with; number 1 is at index 0. */
    List<String> lines() {
        return lines;
    }

    TrailReport check() {
        return check(List.of(lines), keys(), true);
    }

    static TrailReport check(List<List<String>> files, RealmKeys keys, boolean fromStart) {
        var check = new TrailCheck(keys);
        try {
            for (int i = 0; i < files.size(); i++) {
                String text = String.join("\n", files.get(i)) + "\n";
                check.read("file" + (i + 1), new ByteArrayInputStream(text.getBytes(UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return check.end(fromStart);
    }

    static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is always there", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
