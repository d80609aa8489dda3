package dev.contactcenter.it.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/**
 * What a server answered, as it came.
 *
 * @param status of HTTP
 */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The answer of a response that was read as text. */
    public static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + this, e);
        }
    }

    /** A member of the JSON body as text; empty if it is absent. */
    public String text(String member) {
        return json().path(member).asText("");
    }

    /** Itself, if it tells success. */
    public Answer orFail() {
        if (status < 200 || status > 299) {
            throw new AssertionError("Not accepted: " + this);
        }
        return this;
    }
}
