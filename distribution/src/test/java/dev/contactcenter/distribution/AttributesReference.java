package dev.contactcenter.distribution;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Signal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes the table of docs/reference/conditions.md from the attributes that the engine declares. */
final class AttributesReference {

    static final String REFRESH = "mvn -pl distribution -am test -Dtest=ConditionsReferenceTest -Ddocs.refresh=true";

    private static final String HEAD = """
            | Attribute | Type | What it tells | Told by | If it is missing and read as unknown |
            |---|---|---|---|---|
            """;

    private AttributesReference() {}

    /** The table, Markdown. */
    static String table() {
        return Arrays.stream(Attribute.values())
                .map(AttributesReference::row)
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static String row(Attribute attribute) {
        return "| `%s` | %s | %s%s | %s | %s |"
                .formatted(
                        attribute.path(),
                        type(attribute.kind()),
                        attribute.meaning(),
                        words(attribute),
                        attribute.signal().source(),
                        unknown(attribute));
    }

    private static String words(Attribute attribute) {
        return attribute.vocabulary().isEmpty()
                ? ""
                : attribute.vocabulary().stream().collect(Collectors.joining("`, `", ": `", "`"));
    }

    private static String type(Attribute.Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case WORD -> "word";
            case TEXTS -> "list of texts";
            case NUMBER -> "number";
            case TRUTH -> "true or false";
            case DURATION -> "duration";
            case TIME -> "timestamp";
        };
    }

    private static String unknown(Attribute attribute) {
        Signal signal = attribute.signal();
        if (!signal.isObserved()) {
            return "not observed: cannot be read so";
        }
        return attribute.readAsUnknown().map(value -> "`\"" + value + "\"`").orElse("stays open");
    }
}
