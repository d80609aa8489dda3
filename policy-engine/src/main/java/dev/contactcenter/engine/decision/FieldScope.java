package dev.contactcenter.engine.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields that may be read and written.
 *
 * @param byResource names of fields by resource, the part of an action before the colon; of a resource that is no key, all fields
 */
public record FieldScope(Map<String, Set<String>> byResource) {

    /** All fields of everything. */
    public static final FieldScope ALL = new FieldScope(Map.of());

    public FieldScope {
        Map<String, Set<String>> copy = new HashMap<>();
        byResource.forEach((resource, fields) -> copy.put(resource, Set.copyOf(fields)));
        byResource = Map.copyOf(copy);
    }

    /** The stricter of the two: what both allow. */
    public FieldScope and(FieldScope other) {
        if (equals(ALL) || equals(other)) {
            return other;
        }
        Map<String, Set<String>> both = new HashMap<>(byResource);
        other.byResource.forEach((resource, fields) -> both.merge(resource, fields, FieldScope::common));
        return new FieldScope(both);
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        Set<String> common = new TreeSet<>(some);
        common.retainAll(others);
        return common;
    }

    /**
     * Whether an action reaches all of these fields.
     *
     * @param action whose resource has them
     */
    public boolean holds(String action, Set<String> fields) {
        Set<String> reached = byResource.get(action.substring(0, Math.max(0, action.indexOf(':'))));
        return reached == null || reached.containsAll(fields);
    }

    /** What of it these actions are about. */
    public FieldScope about(Set<String> actions) {
        if (equals(ALL)) {
            return this;
        }
        Map<String, Set<String>> kept = new HashMap<>();
        byResource.forEach((resource, fields) -> {
            if (actions.stream().anyMatch(action -> action.startsWith(resource + ":"))) {
                kept.put(resource, fields);
            }
        });
        return new FieldScope(kept);
    }
}
