package dev.contactcenter.language;

import java.util.List;
import java.util.Optional;

/** One mapping of the document that knows its keys: any other key is an error, because a mistyped key is a lost rule. */
final class Fields {

    private final Node.Mapping mapping;
    private final Findings findings;

    Fields(Node.Mapping mapping, Findings findings, String... known) {
        this.mapping = mapping;
        this.findings = findings;
        List<String> keys = List.of(known);
        mapping.entries().forEach((key, entry) -> {
            if (!keys.contains(key)) {
                findings.error(
                        entry.key(), "the key " + Quoted.of(key) + " is unknown", () -> DidYouMean.among(key, keys));
            }
        });
    }

    Optional<Node> find(String key) {
        return Optional.ofNullable(mapping.entries().get(key)).map(Node.Entry::value);
    }

    Place key(String key) {
        return Optional.ofNullable(mapping.entries().get(key))
                .map(Node.Entry::key)
                .orElse(mapping.place());
    }

    /** The value of a key that must be there. */
    Optional<Node> require(String key, String example) {
        Optional<Node> found = find(key);
        if (found.isEmpty()) {
            Place whole = mapping.place();
            findings.error(
                    new Place(Place.below(whole.path(), key), whole.line(), whole.column(), whole.length()),
                    "the key " + Quoted.of(key) + " is missing",
                    "write for example " + example);
        }
        return found;
    }
}
