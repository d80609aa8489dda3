package dev.contactcenter.endpoints.devices;

import dev.contactcenter.endpoints.caller.FeedCaller;
import dev.contactcenter.endpoints.mapping.Mappings;
import dev.contactcenter.kit.device.Reporter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;

/** The registry for systems that manage devices: bearers of a token with the realm role {@value #ROLE}. */
public final class DeviceFeedResource {

    /** The realm role that feeds of devices need. */
    public static final String ROLE = "contact-center-device-feed";

    private final KeycloakSession session;
    private final Devices devices;

    /** @param mappings those of this server */
    public DeviceFeedResource(KeycloakSession session, Mappings mappings) {
        this.session = session;
        this.devices = new Devices(session, session.getContext().getRealm(), mappings);
    }

    /** Stores what a body tells of devices. */
    @POST
    public Response store(@QueryParam("mapping") @DefaultValue("") String mapping, InputStream body) {
        return admitted(client -> devices.store(body, mapping, Reporter.feed(client, mapping), stored -> {}));
    }

    /** Finds devices by a part of their id or owner. */
    @GET
    public Response search(
            @QueryParam("search") @DefaultValue("") String text,
            @QueryParam("first") @DefaultValue("0") int first,
            @QueryParam("max") @DefaultValue("100") int max) {
        return admitted(client -> devices.search(text, first, max));
    }

    /** Gives one device. */
    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return admitted(client -> devices.get(id));
    }

    /** Removes what the feed told of one device. */
    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id) {
        return admitted(client -> devices.withdraw(id, client));
    }

    private Response admitted(Function<String, Response> action) {
        return switch (FeedCaller.of(session, ROLE)) {
            case FeedCaller.Admitted admitted -> action.apply(admitted.clientId());
            case FeedCaller.Refused refused -> refused.response();
        };
    }
}
