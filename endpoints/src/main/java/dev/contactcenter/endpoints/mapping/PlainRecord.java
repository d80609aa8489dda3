package dev.contactcenter.endpoints.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Posture;
import dev.contactcenter.kit.device.Reporter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A record that needs no mapping: {@code id}, {@code owner}, {@code osVersion}, {@code observedAt} and the words of the posture. */
record PlainRecord() implements RecordReader {

    private static final Set<String> OWN = Set.of("id", "owner", "osVersion", "observedAt");

    @Override
    public String list() {
        return "";
    }

    @Override
    public Mapped read(JsonNode json, Instant now, Reporter reporter) {
        for (String member : OWN) {
            if (json.has(member) && !json.path(member).isTextual()) {
                return new Mapped.Refused("/" + member, "this is no text");
            }
        }
        ObjectNode posture = ((ObjectNode) json.deepCopy()).without(OWN);
        String id = json.path("id").asText();
        return problem(id, posture).orElseGet(() -> switch (Posture.read(id, posture)) {
            case Posture.Invalid invalid -> new Mapped.Refused("", String.join("; ", invalid.problems()));
            case Posture.Valid valid -> device(json, valid.observation(), now, reporter);
        });
    }

    /** The first member that cannot be used, by its place. */
    private static Optional<Mapped> problem(String id, ObjectNode posture) {
        for (Map.Entry<String, JsonNode> member : posture.properties()) {
            ObjectNode alone = posture.objectNode();
            alone.set(member.getKey(), member.getValue());
            if (Posture.read(id, alone) instanceof Posture.Invalid invalid) {
                String pointer = member.getKey().replace("~", "~0").replace("/", "~1");
                return Optional.of(new Mapped.Refused("/" + pointer, String.join("; ", invalid.problems())));
            }
        }
        return Optional.empty();
    }

    private static Mapped device(JsonNode json, Observation posture, Instant now, Reporter reporter) {
        String told = json.path("observedAt").asText();
        Optional<Instant> at = told.isEmpty() ? Optional.of(now) : Moment.read(told);
        return at.map(moment -> Mapped.of(
                        "/observedAt",
                        now,
                        new Mapped.Told(
                                json.path("id").asText(),
                                json.path("owner").asText(),
                                posture,
                                json.path("osVersion").asText(),
                                moment,
                                reporter)))
                .orElseGet(() -> new Mapped.Refused("/observedAt", "this is no moment as in 2026-11-23T08:00:00Z"));
    }
}
