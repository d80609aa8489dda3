package dev.contactcenter.endpoints.revocations;

import dev.contactcenter.kit.record.AdminResources;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Stops sessions, tokens and passkeys, for administrators: who may manage users, as Keycloak has it for the sessions of a person, and
 * who may view them sees what was ordered.
 */
public final class RevocationAdminResource {

    private final KeycloakSession session;
    private final AdminPermissionEvaluator permissions;
    private final AdminEventBuilder event;
    private final Orders orders;

    public RevocationAdminResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions, AdminEventBuilder event) {
        this.session = session;
        this.permissions = permissions;
        this.event = event.resource(AdminResources.REVOCATION);
        this.orders = new Orders(session, realm);
    }

    /** Takes an order. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response take(InputStream body) throws IOException {
        permissions.users().requireManage();
        return orders.take(
                body,
                "administrator",
                permissions.adminAuth().getUser().getUsername(),
                taken -> event.operation(OperationType.ACTION)
                        .resourcePath(session.getContext().getUri())
                        .representation(Map.of(
                                "target", taken.target().toString(),
                                "reason", taken.reason(),
                                "detail", taken.detail()))
                        .success());
    }

    /** Gives the orders, the latest first. */
    @GET
    public Response list(
            @QueryParam("first") @DefaultValue("0") int first, @QueryParam("max") @DefaultValue("100") int max) {
        permissions.users().requireView();
        return orders.list(first, max);
    }

    /** Gives one order. */
    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        permissions.users().requireView();
        return orders.get(id);
    }

    /** Lets sessions begin on a revoked device again. */
    @DELETE
    @Path("devices/{device}")
    public Response reinstate(@PathParam("device") String device) {
        permissions.users().requireManage();
        return orders.reinstate(
                device,
                () -> event.operation(OperationType.DELETE)
                        .resourcePath(session.getContext().getUri())
                        .success());
    }
}
