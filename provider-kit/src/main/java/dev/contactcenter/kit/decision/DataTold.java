package dev.contactcenter.kit.decision;

import dev.contactcenter.engine.decision.DataScope;
import dev.contactcenter.engine.decision.Datasets;
import dev.contactcenter.engine.decision.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How much of the data a permit reaches, in the words that tokens and records share. */
public final class DataTold {

    private DataTold() {}

    /** The members {@code fields}, {@code datasets} and {@code row_limit}, each where there is such a limit. */
    public static Map<String, Object> of(DataScope data) {
        Map<String, Object> told = new TreeMap<>();
        Map<String, Set<String>> fields = data.fields().byResource();
        if (!fields.isEmpty()) {
            Map<String, List<String>> byResource = new TreeMap<>();
            fields.forEach((resource, names) -> byResource.put(resource, sorted(names)));
            told.put("fields", byResource);
        }
        if (data.datasets() instanceof Datasets.Only(Set<String> names)) {
            told.put("datasets", sorted(names));
        }
        if (data.rows() instanceof Rows.AtMost(int rows)) {
            told.put("row_limit", rows);
        }
        return told;
    }

    private static List<String> sorted(Set<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }
}
