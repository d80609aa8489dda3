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
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A trail as a server would deliver it, and what one can do to it. */
final class Trail {

    private final KeyPair key;
    private final List<String> lines = new ArrayList<>();
    private ChainHead head;

    Trail(String chain) {
        this(chain, newKey());
    }

    /** @param curve of the realm's key, by RFC 8037 */
    Trail(String chain, String curve) throws GeneralSecurityException {
        this(chain, KeyPairGenerator.getInstance(curve).generateKeyPair());
    }

    private Trail(String chain, KeyPair key) {
        this.key = key;
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

    /** A checkpoint of this end. */
    String signed(ChainHead end) {
        return sign(key, "key-1", Checkpoint.TYPE, end);
    }

    /** The same as a checkpoint, by the same key, but for its {@code typ}. */
    String signedAs(String type) {
        return sign(key, "key-1", type, head);
    }

    static String sign(KeyPair key, String keyId, String type, ChainHead head) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        boolean isEdwards = key.getPrivate() instanceof EdECPrivateKey;
        header.put("alg", isEdwards ? "EdDSA" : "RS256");
        header.put("kid", keyId);
        header.put("typ", type);
        var checkpoint = new Checkpoint(head, "contact-center", "2026-11-28T10:00:00Z");
        String signed = encode(header.toString().getBytes(UTF_8)) + "."
                + encode(checkpoint.payload().toString().getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance(isEdwards ? "EdDSA" : "SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RS256 and EdDSA are always there", e);
        }
    }

    RealmKeys keys() {
        var keys = new RealmKeys();
        keys.add(jwks());
        return keys;
    }

    String jwks() {
        return switch (key.getPublic()) {
            case RSAPublicKey published ->
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"key-1\",\"n\":\""
                        + encode(published.getModulus().toByteArray()) + "\",\"e\":\""
                        + encode(published.getPublicExponent().toByteArray()) + "\"}]}";
            case EdECPublicKey published -> {
                String curve = published.getParams().getName();
                byte[] encoded = published.getEncoded();
                int length = curve.equals("Ed25519") ? 32 : 57;
                yield "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"" + curve + "\",\"kid\":\"key-1\",\"x\":\""
                        + encode(Arrays.copyOfRange(encoded, encoded.length - length, encoded.length)) + "\"}]}";
            }
            default -> throw new IllegalStateException("Trails are signed by RSA or EdDSA");
        };
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
        for (int i = 0; i < files.size(); i++) {
            read(check, "file" + (i + 1), files.get(i));
        }
        return check.end(fromStart);
    }

    static void read(TrailCheck check, List<String> lines) {
        read(check, "file1", lines);
    }

    private static void read(TrailCheck check, String name, List<String> lines) {
        String text = String.join("\n", lines) + "\n";
        try {
            check.read(name, new ByteArrayInputStream(text.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
