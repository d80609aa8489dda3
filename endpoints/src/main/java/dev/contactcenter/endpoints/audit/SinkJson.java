package dev.contactcenter.endpoints.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.kit.sink.SinkStanding;
import java.time.Instant;
import java.util.Optional;

/** How a sink is doing, as JSON. It tells no secret. */
final class SinkJson {

    private SinkJson() {}

    static ObjectNode of(SinkStanding standing) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("name", standing.name());
        told.put("kind", standing.kind());
        told.put("state", standing.state());
        told.put("waiting", standing.waiting());
        put(told, "waiting_since", standing.waitingSince());
        told.put("delivered", standing.delivered());
        put(told, "delivered_at", standing.deliveredAt());
        told.put("failures", standing.failures());
        standing.lastError().ifPresent(error -> told.put("last_error", error));
        put(told, "last_error_at", standing.lastErrorAt());
        told.put("dead_letters", standing.deadLetters());
        told.put("lost", standing.lost());
        return told;
    }

    private static void put(ObjectNode told, String member, Optional<Instant> moment) {
        moment.ifPresent(at -> told.put(member, at.toString()));
    }
}
