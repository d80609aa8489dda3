package dev.contactcenter.endpoints.ssf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.endpoints.receiver.EventBook;
import dev.contactcenter.endpoints.receiver.StreamBook;
import dev.contactcenter.endpoints.streams.EventStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** How a stream is doing, as JSON. It tells no secret. */
final class StreamJson {

    private StreamJson() {}

    static ObjectNode of(KeycloakSession session, RealmModel realm, EventStream stream) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("name", stream.name());
        told.put("delivery", stream.delivery().word());
        told.put("in_use", stream.inUse().name().toLowerCase(Locale.ROOT));
        told.put("issuer", stream.transmitter().issuer());
        told.put("audience", stream.transmitter().audience());
        events(told, new EventBook(session).counts(realm.getId(), stream.name()));
        standing(told, new StreamBook(session).standing(stream.id()));
        return told;
    }

    private static void events(ObjectNode told, Map<String, EventBook.Count> counts) {
        ObjectNode events = told.putObject("events");
        counts.forEach((outcome, count) -> events.put(outcome, count.events()));
        put(
                told,
                "last_event_at",
                counts.values().stream().map(EventBook.Count::latest).max(Instant::compareTo));
    }

    private static void standing(ObjectNode told, StreamBook.Standing standing) {
        told.put("refused", standing.refused());
        standing.lastError().ifPresent(error -> told.put("last_error", error));
        put(told, "last_error_at", standing.lastErrorAt());
        put(told, "verification_asked_at", standing.askedAt());
        told.put("awaits_verification", standing.awaitsVerification());
        put(told, "verified_at", standing.verifiedAt());
        standing.toldStatus().ifPresent(status -> told.put("status_at_transmitter", status));
        put(told, "polled_at", standing.polledAt());
        told.put("failed_polls", standing.failures());
    }

    private static void put(ObjectNode told, String member, Optional<Instant> moment) {
        moment.ifPresent(at -> told.put(member, at.toString()));
    }
}
