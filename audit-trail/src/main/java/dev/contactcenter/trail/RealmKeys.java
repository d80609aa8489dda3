package dev.contactcenter.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The public keys of a realm: a JWK set (RFC 7517) as Keycloak publishes it at {@code protocol/openid-connect/certs}. By the JDK alone:
 * of JOSE no more is needed than a signature by one of ten algorithms.
 */
public final class RealmKeys {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ALGORITHMS = Map.of(
            "RS256", "SHA256withRSA",
            "RS384", "SHA384withRSA",
            "RS512", "SHA512withRSA",
            "PS256", "RSASSA-PSS",
            "PS384", "RSASSA-PSS",
            "PS512", "RSASSA-PSS",
            "ES256", "SHA256withECDSAinP1363Format",
            "ES384", "SHA384withECDSAinP1363Format",
            "ES512", "SHA512withECDSAinP1363Format",
            "EdDSA", "EdDSA");
    private static final Map<String, String> CURVES =
            Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

    /** What stands before the key in its encoding by X.509 (RFC 8410 §4). */
    private static final Map<String, String> EDWARDS =
            Map.of("Ed25519", "302a300506032b6570032100", "Ed448", "3043300506032b6571033a00");

    private final Map<String, PublicKey> byId = new HashMap<>();

    /**
     * Adds the keys of a JWK set; those of kinds that sign nothing are left out.
     *
     * @throws IllegalArgumentException if it is none; says so
     */
    public void add(String jwks) {
        try {
            JsonNode keys = JSON.readTree(jwks).path("keys");
            if (!keys.isArray()) {
                throw new IllegalArgumentException("it has no member 'keys', which every JWK set has (RFC 7517 §5)");
            }
            for (JsonNode key : keys) {
                add(key);
            }
        } catch (JsonProcessingException | GeneralSecurityException broken) {
            throw new IllegalArgumentException("it is not a JWK set (RFC 7517): " + broken.getMessage(), broken);
        }
    }

    private void add(JsonNode key) throws GeneralSecurityException {
        switch (key.path("kty").asText()) {
            case "RSA" ->
                byId.put(
                        key.path("kid").asText(),
                        KeyFactory.getInstance("RSA")
                                .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
            case "EC" -> byId.put(key.path("kid").asText(), ellipticKey(key));
            case "OKP" -> addEdwardsKey(key);
            default -> {
                // Such as oct: nothing that is published.
            }
        }
    }

    /** RFC 8037 §2; the curves of X25519 and X448 sign nothing. */
    private void addEdwardsKey(JsonNode key) throws GeneralSecurityException {
        String curve = key.path("crv").asText();
        String before = EDWARDS.get(curve);
        if (before != null) {
            byte[] encoded = HexFormat.of()
                    .parseHex(before
                            + HexFormat.of()
                                    .formatHex(Base64.getUrlDecoder()
                                            .decode(key.path("x").asText())));
            byId.put(
                    key.path("kid").asText(),
                    KeyFactory.getInstance(curve).generatePublic(new X509EncodedKeySpec(encoded)));
        }
    }

    private static PublicKey ellipticKey(JsonNode key) throws GeneralSecurityException {
        String curve = CURVES.get(key.path("crv").asText());
        if (curve == null) {
            throw new GeneralSecurityException(
                    "unknown curve '" + key.path("crv").asText() + "'");
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        var point = new ECPoint(number(key, "x"), number(key, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonNode key, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(member).asText()));
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /** What is wrong with a checkpoint's signature, as the rest of a sentence; empty if nothing is. */
    String problemOf(Checkpoint.Read read) {
        String algorithm = read.header().path("alg").asText();
        String keyId = read.header().path("kid").asText();
        PublicKey key = byId.get(keyId);
        String name = ALGORITHMS.get(algorithm);
        if (!read.header().path("typ").asText().equals(Checkpoint.TYPE)) {
            return "is signed as something else than a checkpoint";
        }
        if (key == null) {
            return "is signed by the key '" + keyId + "', which is not among the keys given";
        }
        if (name == null) {
            return "is signed by the algorithm '" + algorithm + "', which is not known";
        }
        try {
            return isSigned(read, key, name, algorithm) ? "" : "was not signed by the key that it names";
        } catch (GeneralSecurityException broken) {
            return "was not signed by the key that it names: " + broken.getMessage();
        }
    }

    private static boolean isSigned(Checkpoint.Read read, PublicKey key, String name, String algorithm)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(name);
        if (name.equals("RSASSA-PSS")) {
            int bits = Integer.parseInt(algorithm.substring(2));
            var digest = new MGF1ParameterSpec("SHA-" + bits);
            signature.setParameter(new PSSParameterSpec("SHA-" + bits, "MGF1", digest, bits / Byte.SIZE, 1));
        }
        signature.initVerify(key);
        signature.update(read.signed());
        return signature.verify(read.signature());
    }
}
