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

    static Response refused(SetError error) {
        return refused(Response.Status.BAD_REQUEST.getStatusCode(), error).build();
    }

    /** With the challenge that HTTP asks for (RFC 9110 §11.6.1) beside the body that RFC 8935 asks for. */
    static Response notAuthenticated() {
        return refused(
                        Response.Status.UNAUTHORIZED.getStatusCode(),
                        new SetError(
                                SetError.Code.AUTHENTICATION_FAILED,
                                "The header Authorization is not the authorization_header of this stream."))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"contact-center\"")
                .build();
    }

    static Response notNow() {
        return Response.status(UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response.ResponseBuilder refused(int status, SetError error) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("err", error.code().word());
        told.put("description", error.description());
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, "en")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(told.toString());
    }
}
