package dev.contactcenter.kit.device;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The posture of a device as JSON: the one schema that posture tokens, the device registry and mappings speak. Its members are the
 * attributes of the policy without {@code device.}: {@code compliance}, {@code management}, {@code class}, {@code os},
 * {@code encryption}, {@code edr}, each a word of the attribute's vocabulary. What is left out is not known.
 */
public sealed interface Posture {

    /** One that can be used. */
    record Valid(Observation observation) implements Posture {}

    /** One that cannot. */
    record Invalid(List<String> problems) implements Posture {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The members of a posture: what is told of a device beside its id. */
    static Stream<Attribute> members() {
        return Arrays.stream(Attribute.values())
                .filter(attribute -> attribute.path().startsWith(PREFIX) && attribute != Attribute.DEVICE_ID);
    }

    /** The path of the attributes. */
    String PREFIX = "device.";

    /** As a posture's JSON names an attribute. */
    static String name(Attribute attribute) {
        return attribute.path().substring(PREFIX.length());
    }

    /**
     * Reads a posture. An unknown member or word is a problem: it would otherwise be lost without anybody learning of it.
     *
     * @param device id of the device that it is about
     */
    static Posture read(String device, JsonNode json) {
        if (!json.isObject()) {
            return new Invalid(List.of("a posture is a JSON object"));
        }
        List<String> problems = new ArrayList<>();
        Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
        values.put(Attribute.DEVICE_ID, device);
        json.properties().forEach(member -> {
            String name = member.getKey();
            Attribute attribute = members()
                    .filter(known -> name(known).equals(name))
                    .findFirst()
                    .orElse(null);
            if (attribute == null) {
                problems.add("'" + name + "' is not one of "
                        + String.join(", ", members().map(Posture::name).toList()));
            } else if (!attribute.vocabulary().contains(member.getValue().asText())) {
                problems.add(name + " is not one of " + String.join(", ", attribute.vocabulary()));
            } else {
                values.put(attribute, member.getValue().asText());
            }
        });
        return problems.isEmpty() ? new Valid(new Observation(values)) : new Invalid(problems);
    }
}
