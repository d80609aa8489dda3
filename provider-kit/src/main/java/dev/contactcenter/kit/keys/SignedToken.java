package dev.contactcenter.kit.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A JWT in the compact form of a JWS, as it was shown; nothing in it is verified yet (RFC 7515 §5.2).
 *
 * @param algorithm which it says to be signed with
 * @param kid which key it says to be signed with
 */
public record SignedToken(String algorithm, String kid, JsonNode claims, Signed signed) {

    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    /** Keycloak writes it to its log: nothing that could pass for another line of it. */
    private static final Pattern KID = Pattern.compile("[!-~]{1,128}");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What the signature is about, and the signature. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Signed(byte[] content, byte[] signature) {}

    /** What reading gave. */
    public sealed interface Reading {

        /** A token in the right shape. */
        record Legible(SignedToken token) implements Reading {}

        /** Something else. */
        record Illegible(String why) implements Reading {}
    }

    /**
     * Reads a token.
     *
     * @param type what the header must say that the token is, so that no other of the same issuer passes for one (RFC 8725 §3.11)
     * @param mostCharacters of the token
     */
    public static Reading read(String text, String type, int mostCharacters) {
        if (text.length() > mostCharacters) {
            return new Reading.Illegible("the token has more than " + mostCharacters + " characters");
        }
        if (!COMPACT.matcher(text).matches()) {
            return new Reading.Illegible("the token is not a signed JWT");
        }
        String[] parts = text.split("\\.", -1);
        try {
            byte[] content = text.substring(0, text.lastIndexOf('.')).getBytes(US_ASCII);
            return read(type, json(parts[0]), json(parts[1]), new Signed(content, decoded(parts[2])));
        } catch (IOException | IllegalArgumentException notOne) {
            return new Reading.Illegible("the token is not made of Base64 and JSON");
        }
    }

    private static Reading read(String type, JsonNode header, JsonNode claims, Signed signed) {
        String kid = header.path("kid").asText();
        if (!header.path("typ").asText().equalsIgnoreCase(type)) {
            return new Reading.Illegible("the token's typ is not " + type);
        }
        if (header.has("crit")) {
            return new Reading.Illegible("the token's header has crit, and no extension is understood");
        }
        if (!KID.matcher(kid).matches()) {
            return new Reading.Illegible("the token's kid names no key");
        }
        return new Reading.Legible(new SignedToken(header.path("alg").asText(), kid, claims, signed));
    }

    private static JsonNode json(String part) throws IOException {
        JsonNode json = JSON.readTree(decoded(part));
        if (!json.isObject()) {
            throw new IOException("A part of the token is no JSON object");
        }
        return json;
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    @Override
    public String toString() {
        return "SignedToken[" + algorithm + ", " + kid + ", " + Arrays.hashCode(signed.content()) + "]";
    }
}
