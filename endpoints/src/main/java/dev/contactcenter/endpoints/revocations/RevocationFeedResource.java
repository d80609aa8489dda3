package dev.contactcenter.endpoints.revocations;

import dev.contactcenter.endpoints.caller.FeedCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.keycloak.models.KeycloakSession;

/** Stops sessions, tokens and passkeys, for systems: bearers of a token with the realm role {@value #ROLE}. */
public final class RevocationFeedResource {

    /** The realm role that such systems need. */
    public static final String ROLE = "contact-center-revoker";

    private final KeycloakSession session;
    private final Orders orders;

    /** Of the realm that the request is about. */
    public RevocationFeedResource(KeycloakSession session) {
        this.session = session;
        this.orders = new Orders(session, session.getContext().getRealm());
    }

    /** Takes an order. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response take(InputStream body) throws IOException {
        return switch (FeedCaller.of(session, ROLE)) {
            case FeedCaller.Admitted admitted -> orders.take(body, "client:" + admitted.clientId(), "", taken -> {});
            case FeedCaller.Refused refused -> refused.response();
        };
    }

    /** Gives one order. */
    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return switch (FeedCaller.of(session, ROLE)) {
            case FeedCaller.Admitted ignored -> orders.get(id);
            case FeedCaller.Refused refused -> refused.response();
        };
    }
}
