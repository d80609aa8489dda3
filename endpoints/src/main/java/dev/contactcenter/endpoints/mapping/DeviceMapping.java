package dev.contactcenter.endpoints.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Reporter;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the records of one system become devices.
 *
 * @param list member that holds the records where a system wraps them into an object; empty if it does not
 * @param when what a record must be like to count
 * @param words for each attribute, tables in the order in which they are tried
 */
record DeviceMapping(String name, String list, List<Demand> when, Places places, Map<Attribute, List<Table>> words)
        implements RecordReader {

    /** Where a record tells what is no word; the first place that tells it counts. */
    record Places(
            List<JsonPointer> id, List<JsonPointer> owner, List<JsonPointer> osVersion, List<JsonPointer> observedAt) {}

    /** What a record must say to count. */
    record Demand(JsonPointer at, List<String> is) {}

    @Override
    public Mapped read(JsonNode json, Instant now, Reporter reporter) {
        for (Demand demand : when) {
            String told = text(json, demand.at()).orElse("");
            if (!demand.is().contains(told)) {
                return new Mapped.Refused(
                        demand.at().toString(),
                        "'" + told + "' is not one of " + String.join(", ", demand.is())
                                + ", so the record tells no state");
            }
        }
        Optional<String> id = first(json, places.id());
        if (id.isEmpty()) {
            return new Mapped.Refused(places.id().getFirst().toString(), "the record names no device");
        }
        return first(json, places.observedAt())
                .map(told -> observed(json, id.get(), Moment.read(told), now, reporter))
                .orElseGet(() -> new Mapped.Refused(
                        places.observedAt().getFirst().toString(),
                        "the record does not tell when the device was seen last, so its age is not known"));
    }

    private Mapped observed(JsonNode json, String id, Optional<Instant> at, Instant now, Reporter reporter) {
        String place = places.observedAt().getFirst().toString();
        return at.map(moment -> Mapped.of(
                        place,
                        now,
                        new Mapped.Told(
                                id,
                                first(json, places.owner()).orElse(""),
                                observation(json, id),
                                first(json, places.osVersion()).orElse(""),
                                moment,
                                reporter)))
                .orElseGet(() -> new Mapped.Refused(
                        place, "this is no moment as in 2026-11-23T08:00:00Z, and no number of seconds since 1970"));
    }

    private Observation observation(JsonNode json, String id) {
        Map<Attribute, Object> told = new EnumMap<>(Attribute.class);
        told.put(Attribute.DEVICE_ID, id);
        words.forEach((attribute, tables) -> told.put(
                attribute,
                tables.stream()
                        .flatMap(table -> text(json, table.at()).flatMap(table::word).stream())
                        .findFirst()
                        .orElse(Attribute.UNKNOWN)));
        return new Observation(told);
    }

    private static Optional<String> first(JsonNode json, List<JsonPointer> places) {
        return places.stream().flatMap(place -> text(json, place).stream()).findFirst();
    }

    /** The value at a place; nothing for what is absent, null, empty or no value at all. */
    private static Optional<String> text(JsonNode json, JsonPointer place) {
        JsonNode node = json.at(place);
        return node.isValueNode() && !node.isNull()
                ? Optional.of(node.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
