package dev.contactcenter.endpoints.poll;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.contactcenter.kit.http.BoundedExchange.Reply;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a poll brought (RFC 8936 §2.3).
 *
 * @param sets the claim {@code jti} of each to the token
 */
record PollAnswer(Map<String, String> sets, boolean moreAvailable) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int LONGEST_ID = 255;

    PollAnswer {
        sets = new LinkedHashMap<>(sets);
    }

    /**
     * Reads one.
     *
     * @throws IOException if it is none; says why
     */
    static PollAnswer read(Reply reply) throws IOException {
        if (reply.status() == NO_CONTENT) {
            return new PollAnswer(Map.of(), false);
        }
        if (reply.status() != OK) {
            throw new IOException("the transmitter answers a poll with the status " + reply.status());
        }
        JsonNode answer = json(reply.body());
        Map<String, String> sets = new LinkedHashMap<>();
        answer.path("sets").properties().forEach(member -> {
            if (member.getKey().length() <= LONGEST_ID) {
                sets.put(member.getKey(), member.getValue().asText());
            }
        });
        return new PollAnswer(sets, answer.path("moreAvailable").asBoolean());
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            JsonNode answer = JSON.readTree(body);
            if (answer.isObject() && (answer.path("sets").isObject() || !answer.has("sets"))) {
                return answer;
            }
        } catch (IOException notJson) {
            throw new IOException("the transmitter answers a poll with something that is not JSON", notJson);
        }
        throw new IOException("the transmitter answers a poll with JSON that holds no sets");
    }
}
