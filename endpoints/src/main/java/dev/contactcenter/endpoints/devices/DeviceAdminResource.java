package dev.contactcenter.endpoints.devices;

import dev.contactcenter.endpoints.mapping.Mappings;
import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.kit.record.AdminResources;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The registry for administrators: who may view the realm reads it, who may manage the realm changes it. */
public final class DeviceAdminResource {

    private final KeycloakSession session;
    private final AdminPermissionEvaluator permissions;
    private final AdminEventBuilder event;
    private final Devices devices;

    /** @param mappings those of this server */
    public DeviceAdminResource(
            KeycloakSession session,
            RealmModel realm,
            AdminPermissionEvaluator permissions,
            AdminEventBuilder event,
            Mappings mappings) {
        this.session = session;
        this.permissions = permissions;
        this.event = event.resource(AdminResources.DEVICE);
        this.devices = new Devices(session, realm, mappings);
    }

    /** Stores what a body tells of devices. */
    @POST
    public Response store(@QueryParam("mapping") @DefaultValue("") String mapping, InputStream body) {
        permissions.realm().requireManageRealm();
        return devices.store(
                body,
                mapping,
                Reporter.administrator(),
                stored -> event.operation(OperationType.ACTION)
                        .resourcePath(session.getContext().getUri())
                        .representation(stored)
                        .success());
    }

    /** Finds devices by a part of their id or owner. */
    @GET
    public Response search(
            @QueryParam("search") @DefaultValue("") String text,
            @QueryParam("first") @DefaultValue("0") int first,
            @QueryParam("max") @DefaultValue("100") int max) {
        permissions.realm().requireViewRealm();
        return devices.search(text, first, max);
    }

    /** Gives one device. */
    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        permissions.realm().requireViewRealm();
        return devices.get(id);
    }

    /** Removes one device. */
    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id) {
        permissions.realm().requireManageRealm();
        return devices.remove(
                id,
                () -> event.operation(OperationType.DELETE)
                        .resourcePath(session.getContext().getUri())
                        .success());
    }
}
