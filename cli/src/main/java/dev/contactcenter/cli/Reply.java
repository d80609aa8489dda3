package dev.contactcenter.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;

/** What a server said, read. */
final class Reply {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Reply() {}

    /** Its body; nothing if that is no JSON. */
    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** What RFC 9457 and RFC 6749 §5.2 let a server say, or the status alone. */
    static String why(HttpResponse<String> response) {
        JsonNode body = json(response);
        String said = body.path("detail").asText(body.path("error_description").asText(""));
        return said.isEmpty() ? "status " + response.statusCode() : said + " (status " + response.statusCode() + ")";
    }
}
