package dev.contactcenter.endpoints.caller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A refusal over HTTP, as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> has it. */
public final class ProblemDetails {

    private static final String TYPE = "application/problem+json";

    private ProblemDetails() {}

    /**
     * An answer that says what is wrong.
     *
     * @param title the same for all problems of a kind
     * @param detail what is wrong with this request, and what would be right
     */
    public static Response.ResponseBuilder of(int status, String title, String detail) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return Response.status(status)
                .type(TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.toString());
    }
}
