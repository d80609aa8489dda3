package dev.contactcenter.endpoints.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.kit.device.Posture;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads mapping files. What cannot be used is refused with its place, because a mapping that half works loosens. */
final class MappingFile {

    private static final int FORMAT = 1;

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MappingFile() {}

    /** As it is written. */
    record Document(
            int deviceMapping,
            @Nullable String list,
            @Nullable List<Condition> when,
            @Nullable List<String> id,
            @Nullable List<String> owner,
            @Nullable List<String> osVersion,
            @Nullable List<String> observedAt,
            @Nullable Map<String, List<Words>> words) {}

    /** What a record must say. */
    record Condition(@Nullable String at, @Nullable List<String> is) {}

    /** A table of words. */
    record Words(@Nullable String at, @Nullable LinkedHashMap<String, String> words) {}

    /**
     * The mapping that a file describes.
     *
     * @throws IllegalArgumentException with what is wrong and where
     */
    static DeviceMapping read(String name, String text) {
        try {
            return mapping(name, YAML.readValue(text, Document.class));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(
                    "The mapping '" + name + "' cannot be used: " + unreadable.getMessage(), unreadable);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "The mapping '" + name + "' cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private static DeviceMapping mapping(String name, Document document) {
        if (document.deviceMapping() != FORMAT) {
            throw new IllegalArgumentException("it does not begin with deviceMapping: " + FORMAT);
        }
        var places = new DeviceMapping.Places(
                some("id", document.id()),
                pointers(document.owner()),
                pointers(document.osVersion()),
                some("observedAt", document.observedAt()));
        Map<Attribute, List<Table>> tables = new EnumMap<>(Attribute.class);
        orEmpty(document.words()).forEach((member, words) -> {
            Attribute attribute = attribute(member);
            tables.put(
                    attribute,
                    words.stream().map(table -> table(attribute, table)).toList());
        });
        return new DeviceMapping(
                name,
                document.list() == null ? "" : document.list(),
                orEmpty(document.when()).stream().map(MappingFile::demand).toList(),
                places,
                tables);
    }

    private static DeviceMapping.Demand demand(Condition condition) {
        return new DeviceMapping.Demand(pointer(condition.at()), orEmpty(condition.is()));
    }

    private static Attribute attribute(String member) {
        return Posture.members()
                .filter(attribute -> Posture.name(attribute).equals(member))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("words." + member + " is not one of "
                        + String.join(", ", Posture.members().map(Posture::name).toList())));
    }

    private static Table table(Attribute attribute, Words table) {
        return new Table(
                pointer(table.at()),
                (table.words() == null ? Map.<String, String>of() : table.words())
                        .entrySet().stream()
                                .map(row -> row(attribute, row.getKey(), row.getValue()))
                                .toList());
    }

    private static Table.Row row(Attribute attribute, String theirs, String ours) {
        if (!attribute.vocabulary().contains(ours)) {
            throw new IllegalArgumentException("'" + ours + "' is no word of " + Posture.name(attribute) + ": "
                    + String.join(", ", attribute.vocabulary()));
        }
        if (theirs.equals("*")) {
            throw new IllegalArgumentException(
                    "'*' alone would turn words that nobody knows into '" + ours + "'; name what it stands for");
        }
        return new Table.Row(theirs, ours);
    }

    private static List<JsonPointer> some(String key, @Nullable List<String> places) {
        List<JsonPointer> pointers = pointers(places);
        if (pointers.isEmpty()) {
            throw new IllegalArgumentException(key + " is missing: it lists where a record tells it, as JSON pointers");
        }
        return pointers;
    }

    private static List<JsonPointer> pointers(@Nullable List<String> places) {
        return orEmpty(places).stream().map(MappingFile::pointer).toList();
    }

    private static JsonPointer pointer(@Nullable String text) {
        return JsonPointer.compile(text == null ? "a table without 'at'" : text);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
