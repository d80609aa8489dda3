package dev.contactcenter.endpoints.ssf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.endpoints.caller.ProblemDetails;
import dev.contactcenter.endpoints.receiver.StreamBook;
import dev.contactcenter.endpoints.streams.EventStream;
import dev.contactcenter.endpoints.streams.EventStreams;
import dev.contactcenter.endpoints.streams.Verification;
import dev.contactcenter.endpoints.transmitter.AccessTokens;
import dev.contactcenter.endpoints.transmitter.Call;
import dev.contactcenter.endpoints.transmitter.TransmitterClient;
import dev.contactcenter.endpoints.transmitter.Vaulted;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** How streams are doing: who may view the realm sees it, who may manage the realm has a stream verified. */
public final class StreamAdminResource {

    private static final String RESOURCE = "CONTACT_CENTER_STREAM";
    private static final int SUCCESS = 200;
    private static final int REDIRECTION = 300;
    private static final int MOST_BYTES = 64 * 1024;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator permissions;
    private final AdminEventBuilder event;

    /** Of one request. */
    public StreamAdminResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions, AdminEventBuilder event) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.event = event.resource(RESOURCE);
    }

    /** All streams. */
    @GET
    public Response all() {
        permissions.realm().requireViewRealm();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        EventStreams.of(realm).forEach(stream -> all.add(StreamJson.of(session, realm, stream)));
        return json(Response.ok(), all.toString());
    }

    /** One stream. */
    @GET
    @Path("{name}")
    public Response one(@PathParam("name") String name) {
        permissions.realm().requireViewRealm();
        return EventStreams.named(realm, name)
                .map(stream -> json(
                        Response.ok(), StreamJson.of(session, realm, stream).toString()))
                .orElseGet(StreamAdminResource::unknown);
    }

    /** Asks the transmitter for a verification event (SSF 1.0 §8.1.4.2). */
    @POST
    @Path("{name}/verification")
    public Response verify(@PathParam("name") String name) {
        permissions.realm().requireManageRealm();
        return EventStreams.named(realm, name)
                .map(stream -> stream.verification()
                        .endpoint()
                        .map(endpoint -> ask(stream, endpoint))
                        .orElseGet(() -> ProblemDetails.of(
                                        409,
                                        "No verification endpoint",
                                        "The stream has no verificationUrl, so that this server cannot ask.")
                                .build()))
                .orElseGet(StreamAdminResource::unknown);
    }

    private Response ask(EventStream stream, Verification.Endpoint endpoint) {
        String state = SecretGenerator.getInstance().randomString();
        // Committed first: the event may be here before the transmitter has answered.
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(),
                own -> new StreamBook(own).ask(realm.getId(), stream.id(), state, now()));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("stream_id", endpoint.streamId());
        body.put("state", state);
        try {
            var client = new TransmitterClient(
                    session.getProvider(HttpClientProvider.class).getHttpClient(), new AccessTokens());
            int status = client.post(
                            endpoint.url(),
                            Vaulted.credentials(session, endpoint.credentials()),
                            body,
                            new Call(stream.timeout(), MOST_BYTES))
                    .status();
            return status >= SUCCESS && status < REDIRECTION
                    ? asked()
                    : failed("The transmitter answers with the status " + status + ".");
        } catch (IOException unreachable) {
            return failed("The transmitter cannot be asked: " + unreachable.getMessage() + ".");
        }
    }

    private Response asked() {
        event.operation(OperationType.ACTION)
                .resourcePath(session.getContext().getUri())
                .success();
        return Response.accepted().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Response failed(String detail) {
        return ProblemDetails.of(502, "Not asked", detail).build();
    }

    private static Response unknown() {
        return ProblemDetails.of(404, "Unknown stream", "The realm has no stream of this name.")
                .build();
    }

    private static Response json(Response.ResponseBuilder answer, String body) {
        return answer.type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
