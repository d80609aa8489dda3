package dev.contactcenter.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts what all tests of a file are given under what one of them is given. */
final class Defaults {

    /** Keys of one mapping that say the same thing in two ways: who writes one does not mean the other. */
    private static final List<Set<String>> ALTERNATIVES = List.of(Set.of("user", "service"), Set.of("zone", "address"));

    private Defaults() {}

    /** The values keep their places, so that a mistake in a default is told where it was made. */
    static Node.Mapping under(Node.Mapping own, Node.@Nullable Mapping defaults) {
        if (defaults == null) {
            return own;
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>(own.entries());
        defaults.entries().forEach((key, entry) -> {
            if (own.entries().get(key) instanceof Node.Entry(Place place, Node.Mapping mine)
                    && entry.value() instanceof Node.Mapping theirs) {
                entries.put(key, new Node.Entry(place, under(mine, theirs)));
            } else if (!isAnswered(key, own)) {
                entries.putIfAbsent(key, entry);
            }
        });
        return new Node.Mapping(own.place(), entries);
    }

    private static boolean isAnswered(String key, Node.Mapping own) {
        return ALTERNATIVES.stream()
                .filter(keys -> keys.contains(key))
                .anyMatch(keys -> keys.stream().anyMatch(own.entries()::containsKey));
    }
}
