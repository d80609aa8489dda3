package dev.contactcenter.endpoints.ssf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.endpoints.events.SetError;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers to a push (RFC 8935 §2.2 and §2.3). */
final class PushAnswers {

    private static final int UNAVAILABLE = 503;
    private static final int RETRY_AFTER_SECONDS = 10;

    private PushAnswers() {}

    static Response accepted() {
        return Response.accepted().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Whatever is wrong, also with the authorization, is a bad request: transmitters read the code (RFC 8935 §2.3). */
    static Response refused(SetError error) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("err", error.code().word());
        told.put("description", error.description());
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, "en")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(told.toString())
                .build();
    }

    static Response notNow() {
        return Response.status(UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
