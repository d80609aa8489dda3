package dev.contactcenter.endpoints.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.endpoints.caller.ProblemDetails;
import dev.contactcenter.kit.sink.ChainStanding;
import dev.contactcenter.kit.sink.RecordSinks;
import dev.contactcenter.kit.sink.SinkTrial;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Sinks of records and the chain of the realm: who may view the realm sees them, who may manage the realm tests and re-drives. */
public final class SinkAdminResource {

    private static final String RESOURCE = "CONTACT_CENTER_SINK";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator permissions;
    private final AdminEventBuilder event;
    private final RecordSinks sinks;

    /** Of one request. */
    public SinkAdminResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions, AdminEventBuilder event) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.event = event.resource(RESOURCE);
        this.sinks = session.getProvider(RecordSinks.class);
    }

    /** All sinks. */
    @GET
    @Path("sinks")
    public Response all() {
        permissions.realm().requireViewRealm();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        sinks.all(realm).forEach(standing -> all.add(SinkJson.of(standing)));
        return json(all.toString());
    }

    /** One sink. */
    @GET
    @Path("sinks/{name}")
    public Response one(@PathParam("name") String name) {
        permissions.realm().requireViewRealm();
        return sinks.all(realm).stream()
                .filter(standing -> standing.name().equals(name))
                .findFirst()
                .map(standing -> json(SinkJson.of(standing).toString()))
                .orElseGet(SinkAdminResource::unknown);
    }

    /** Sends a test record. */
    @POST
    @Path("sinks/{name}/test")
    public Response test(@PathParam("name") String name) {
        permissions.realm().requireManageRealm();
        return sinks.test(realm, name).map(this::told).orElseGet(SinkAdminResource::unknown);
    }

    /** A test that failed leaves an event, too: with many of them, one finds out what listens where in the server's network. */
    private Response told(SinkTrial trial) {
        acted();
        return switch (trial) {
            case SinkTrial.Worked worked -> {
                ObjectNode told = JsonNodeFactory.instance.objectNode();
                told.put("millis", worked.within().toMillis());
                yield json(told.toString());
            }
            case SinkTrial.Failed(String why) ->
                ProblemDetails.of(502, "Not delivered", why).build();
        };
    }

    /** Has dead letters delivered again. */
    @POST
    @Path("sinks/{name}/redrive")
    public Response redrive(@PathParam("name") String name) {
        permissions.realm().requireManageRealm();
        OptionalInt revived = sinks.redrive(realm, name);
        if (revived.isEmpty()) {
            return unknown();
        }
        acted();
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("redriven", revived.getAsInt());
        return json(told.toString());
    }

    /** Where the chain ends. */
    @GET
    @Path("chain")
    public Response chain() {
        permissions.realm().requireViewRealm();
        ChainStanding standing = sinks.chain(realm);
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("chain", standing.chain());
        told.put("seq", standing.seq());
        told.put("hash", standing.hash());
        told.put("signed_up_to", standing.signedUpTo());
        return json(told.toString());
    }

    private void acted() {
        event.operation(OperationType.ACTION)
                .resourcePath(session.getContext().getUri())
                .success();
    }

    private static Response unknown() {
        return ProblemDetails.of(404, "Unknown sink", "The realm has no sink of this name.")
                .build();
    }

    private static Response json(String body) {
        return Response.ok()
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }
}
