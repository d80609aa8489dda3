package dev.contactcenter.endpoints.revocations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.contactcenter.endpoints.caller.ProblemDetails;
import dev.contactcenter.endpoints.subjects.NamedUser;
import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.DeviceStanding;
import dev.contactcenter.kit.revocation.Order;
import dev.contactcenter.kit.revocation.Ordered;
import dev.contactcenter.kit.revocation.Revocations;
import dev.contactcenter.kit.revocation.Target;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What administrators and systems may do with orders alike. */
final class Orders {

    private static final int LARGEST = 8192;
    private static final int MOST = 1000;
    private static final int ACCEPTED = 202;

    private final KeycloakSession session;
    private final RealmModel realm;

    Orders(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Takes an order.
     *
     * @param origin who orders it, as the cause has it
     * @param by user name of the administrator; empty of anybody else
     * @param taken is told of an order that is new
     */
    Response take(InputStream body, String origin, String by, Consumer<ReceivedOrder.Usable> taken) throws IOException {
        byte[] read = body.readNBytes(LARGEST + 1);
        if (read.length > LARGEST) {
            return ProblemDetails.of(413, "Too large", "An order has at most " + LARGEST + " bytes.")
                    .build();
        }
        return switch (ReceivedOrder.read(read, Instant.ofEpochMilli(Time.currentTimeMillis()))) {
            case ReceivedOrder.Unusable unusable ->
                ProblemDetails.of(400, "Not an order", unusable.problem()).build();
            case ReceivedOrder.Usable usable ->
                target(usable.target())
                        .map(target -> take(
                                usable,
                                new Order(
                                        origin + ":" + usable.key(),
                                        target,
                                        new Cause(usable.reason(), origin, usable.detail()),
                                        by),
                                taken))
                        .orElseGet(() -> ProblemDetails.of(404, "Unknown user", "The realm has no such user.")
                                .build());
        };
    }

    private Response take(ReceivedOrder.Usable usable, Order order, Consumer<ReceivedOrder.Usable> taken) {
        return switch (revocations().order(realm, order)) {
            case Ordered.Taken(String id) -> {
                taken.accept(usable);
                yield accepted(id);
            }
            case Ordered.Known(String id) -> accepted(id);
            case Ordered.KeyInUse(String id) ->
                ProblemDetails.of(
                                409,
                                "Key in use",
                                "The order " + id
                                        + " has this key and is about something else. Nothing was revoked: give"
                                        + " each order a key of its own.")
                        .build();
        };
    }

    private Response accepted(String id) {
        URI place =
                session.getContext().getUri().getAbsolutePathBuilder().path(id).build();
        return revocations()
                .progress(realm, id)
                .map(progress -> answer(Response.status(ACCEPTED).location(place), RevocationJson.of(progress)))
                .orElseThrow(() -> new IllegalStateException("An order that was taken can be found"));
    }

    /** A person can be named by the user name too. */
    private Optional<Target> target(Target named) {
        if (!(named instanceof Target.Person(String idOrName))) {
            return Optional.of(named);
        }
        return NamedUser.of(session, realm, idOrName).map(UserModel::getId).map(Target.Person::new);
    }

    /** How far one has come. */
    Response get(String id) {
        return revocations()
                .progress(realm, id)
                .map(progress -> answer(Response.ok(), RevocationJson.of(progress)))
                .orElseGet(() -> ProblemDetails.of(404, "Unknown order", "The realm has no such order.")
                        .build());
    }

    /** All of them, the latest first. */
    Response list(int first, int max) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        revocations()
                .orders(realm, Math.max(0, first), Math.clamp(max, 0, MOST))
                .forEach(progress -> list.add(RevocationJson.of(progress)));
        return answer(Response.ok(), list);
    }

    /**
     * Lets sessions begin on a device again.
     *
     * @param lifted is told if it was revoked
     */
    Response reinstate(String device, Runnable lifted) {
        return switch (revocations().standing(realm, device)) {
            case DeviceStanding.InUse ignored ->
                ProblemDetails.of(404, "Not revoked", "The realm has not revoked such a device.")
                        .build();
            case DeviceStanding.Revoked ignored -> {
                revocations().reinstate(realm, device);
                lifted.run();
                yield Response.noContent().build();
            }
        };
    }

    private static Response answer(Response.ResponseBuilder builder, JsonNode body) {
        return builder.type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body.toString())
                .build();
    }

    private Revocations revocations() {
        return session.getProvider(Revocations.class);
    }
}
