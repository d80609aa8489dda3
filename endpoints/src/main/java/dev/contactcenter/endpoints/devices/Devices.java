package dev.contactcenter.endpoints.devices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.endpoints.caller.ProblemDetails;
import dev.contactcenter.endpoints.mapping.Mappings;
import dev.contactcenter.endpoints.mapping.RecordReader;
import dev.contactcenter.kit.device.DeviceRegistry;
import dev.contactcenter.kit.device.DeviceRegistry.Removed;
import dev.contactcenter.kit.device.DeviceRegistry.Stored;
import dev.contactcenter.kit.device.Reporter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What can be done with the devices of a realm, by whoever may. */
final class Devices {

    private static final int MOST_FOUND = 1000;

    private final DeviceRegistry registry;
    private final RealmModel realm;
    private final Mappings mappings;

    Devices(KeycloakSession session, RealmModel realm, Mappings mappings) {
        this.registry = session.getProvider(DeviceRegistry.class);
        this.realm = realm;
        this.mappings = mappings;
    }

    /**
     * Stores what a body tells.
     *
     * @param mapping name of the mapping; empty for records that need none
     * @param done is told the answer if anything was stored
     */
    Response store(InputStream body, String mapping, Reporter reporter, Consumer<JsonNode> done) {
        return mappings.find(mapping)
                .map(reader -> store(body, reader, reporter, done))
                .orElseGet(() -> ProblemDetails.of(
                                400,
                                "Unknown mapping",
                                "The mapping of the query is not one of " + String.join(", ", mappings.names()) + ".")
                        .build());
    }

    private Response store(InputStream body, RecordReader reader, Reporter reporter, Consumer<JsonNode> done) {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        return switch (Intake.read(body, reader, now, reporter)) {
            case Intake.Unreadable problem ->
                ProblemDetails.of(problem.status(), problem.title(), problem.detail())
                        .build();
            case Intake.Read read -> store(read, done);
        };
    }

    private Response store(Intake.Read read, Consumer<JsonNode> done) {
        List<Stored> outcomes = registry.store(
                realm, read.devices().stream().map(Intake.Item::device).toList());
        List<Intake.Refusal> refused = new ArrayList<>(read.refused());
        for (int at = 0; at < outcomes.size(); at++) {
            if (outcomes.get(at) == Stored.KEPT_BY_HAND) {
                refused.add(new Intake.Refusal(
                        read.devices().get(at).index(),
                        "",
                        "the device is kept by hand in the admin console, and no feed changes it"));
            }
        }
        refused.sort(Comparator.comparingInt(Intake.Refusal::index));
        ObjectNode answer = DeviceJson.of(count(outcomes, Stored.STORED), count(outcomes, Stored.OUTDATED), refused);
        if (outcomes.contains(Stored.STORED)) {
            done.accept(answer);
        }
        return json(refused.isEmpty() ? 200 : 207, answer);
    }

    private static long count(List<Stored> outcomes, Stored wanted) {
        return outcomes.stream().filter(wanted::equals).count();
    }

    /** One device. */
    Response get(String id) {
        return registry.find(realm, id)
                .map(device -> json(200, DeviceJson.of(device)))
                .orElseGet(Devices::unknown);
    }

    /** Those whose id or owner contains a text. */
    Response search(String text, int first, int max) {
        if (first < 0 || max < 1 || max > MOST_FOUND) {
            return ProblemDetails.of(
                            400, "Not readable", "first is 0 or more, and max is from 1 to " + MOST_FOUND + ".")
                    .build();
        }
        return json(200, DeviceJson.of(registry.search(realm, text, first, max)));
    }

    /** Removes one; calls back if it was there. */
    Response remove(String id, Runnable done) {
        return removed(registry.remove(realm, id), done, Devices::unknown);
    }

    /** Removes what a feed told of one. */
    Response withdraw(String id, String client) {
        return removed(registry.withdraw(realm, client, id), () -> {}, Devices::untold);
    }

    private static Response removed(Removed removed, Runnable done, Supplier<Response> notThere) {
        return switch (removed) {
            case REMOVED -> {
                done.run();
                yield Response.noContent().build();
            }
            case UNKNOWN -> notThere.get();
            case KEPT_BY_HAND ->
                ProblemDetails.of(
                                409,
                                "Kept by hand",
                                "The device is kept by hand in the admin console; remove it there.")
                        .build();
        };
    }

    private static Response unknown() {
        return ProblemDetails.of(404, "Unknown device", "This realm has no device of this id.")
                .build();
    }

    private static Response untold() {
        return ProblemDetails.of(
                        404,
                        "Unknown device",
                        "This feed told nothing of a device of this id; what others told is theirs to withdraw.")
                .build();
    }

    private static Response json(int status, JsonNode body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body.toString())
                .build();
    }
}
