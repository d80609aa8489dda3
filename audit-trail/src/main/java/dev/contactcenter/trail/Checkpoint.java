package dev.contactcenter.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a realm signs of its chain from time to time, as the signed tree heads of RFC 6962 §3.5 do of a log: whoever changes a record
 * can compute all hashes after it anew, but not this.
 *
 * @param realm the realm's name at the time
 * @param time when it was signed, ISO 8601
 */
public record Checkpoint(ChainHead head, String realm, String time) {

    /** The {@code typ} of its JWS (RFC 8725 §3.11): the realm's key signs tokens as well, and none may pass for the other. */
    public static final String TYPE = "contact-center-checkpoint+jwt";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEGIN = "{\"checkpoint\":\"";
    private static final String END = "\"}";
    private static final int PARTS = 3;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{" + Hash.DIGITS + "}");

    /** What is signed. */
    public ObjectNode payload() {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("chain", head.chain());
        payload.put("realm", realm);
        payload.put("seq", head.seq());
        payload.put("hash", head.hash());
        payload.put("time", time);
        return payload;
    }

    /** The line that is delivered. */
    public static String line(String jws) {
        return BEGIN + jws + END;
    }

    /** Whether a line is that of a checkpoint. */
    public static boolean isOne(String line) {
        return line.startsWith(BEGIN) && line.endsWith(END);
    }

    /** A checkpoint's line taken apart; who signed it is another question. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Read(JsonNode header, Checkpoint checkpoint, byte[] signed, byte[] signature) {}

    static Optional<Read> read(String line) {
        String[] parts =
                line.substring(BEGIN.length(), line.length() - END.length()).split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            JsonNode header = JSON.readTree(text(parts[0]));
            JsonNode payload = JSON.readTree(text(parts[1]));
            var head = new ChainHead(
                    payload.path("chain").asText(),
                    payload.path("seq").asLong(),
                    payload.path("hash").asText());
            if (!HASH.matcher(head.hash()).matches()) {
                return Optional.empty();
            }
            return Optional.of(new Read(
                    header,
                    new Checkpoint(
                            head,
                            payload.path("realm").asText(),
                            payload.path("time").asText()),
                    (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                    Base64.getUrlDecoder().decode(parts[2])));
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
