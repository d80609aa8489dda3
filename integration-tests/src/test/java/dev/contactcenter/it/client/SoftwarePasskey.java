package dev.contactcenter.it.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An authenticator in code (WebAuthn L3 §6): an ES256 key whose owner says which flags it signs. It registers with the
 * attestation {@code none}, as synced passkeys do.
 */
public final class SoftwarePasskey {

    private static final int ATTESTED = 0x40;
    private static final int COORDINATE = 32;

    private final KeyPair keys;
    private final byte[] id = new byte[16];
    private String userHandle = "";

    /** A passkey that nobody knows yet. */
    public SoftwarePasskey() {
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has the curve secp256r1", e);
        }
    }

    /** The credential id, base64url. */
    public String id() {
        return encode(id);
    }

    /** The fields of Keycloak's registration form. */
    public Map<String, String> register(Ceremony ceremony, String userId, PasskeyFlags flags) {
        userHandle = userId;
        byte[] clientData = clientData("webauthn.create", ceremony);
        Map<String, Object> attestation = new LinkedHashMap<>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", join(authenticatorData(ceremony, flags.bits() | ATTESTED), attestedCredential()));
        return Map.of(
                "clientDataJSON",
                encode(clientData),
                "attestationObject",
                encode(Cbor.write(attestation)),
                "publicKeyCredentialId",
                id(),
                "authenticatorLabel",
                "Passkey",
                "authenticatorAttachment",
                "platform",
                "transports",
                "internal");
    }

    /** The fields of Keycloak's form that asks for a passkey. */
    public Map<String, String> assertion(Ceremony ceremony, PasskeyFlags flags) {
        byte[] clientData = clientData("webauthn.get", ceremony);
        byte[] data = authenticatorData(ceremony, flags.bits());
        return Map.of(
                "clientDataJSON", encode(clientData),
                "authenticatorData", encode(data),
                "signature", encode(sign(join(data, sha256(clientData)))),
                "credentialId", id(),
                "userHandle", userHandle);
    }

    private static byte[] clientData(String type, Ceremony ceremony) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, ceremony.challenge(), ceremony.origin())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** WebAuthn L3 §6.1; the counter stays 0, as with every synced passkey. */
    private static byte[] authenticatorData(Ceremony ceremony, int flags) {
        return ByteBuffer.allocate(37)
                .put(sha256(ceremony.rpId().getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(0)
                .array();
    }

    /** WebAuthn L3 §6.5.1: AAGUID (all zero), length, credential id, COSE key. */
    private byte[] attestedCredential() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        Map<Integer, Object> key = new LinkedHashMap<>();
        key.put(1, 2);
        key.put(3, -7);
        key.put(-1, 1);
        key.put(-2, coordinate(point.getAffineX().toByteArray()));
        key.put(-3, coordinate(point.getAffineY().toByteArray()));
        byte[] cose = Cbor.write(key);
        return ByteBuffer.allocate(16 + 2 + id.length + cose.length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(cose)
                .array();
    }

    private static byte[] coordinate(byte[] signed) {
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(signed.length, COORDINATE);
        System.arraycopy(signed, signed.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    private byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK signs with ES256", e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
