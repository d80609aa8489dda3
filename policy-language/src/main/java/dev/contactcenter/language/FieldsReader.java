package dev.contactcenter.language;

import dev.contactcenter.engine.decision.FieldScope;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the fields that a service may read and write: a list of names for each resource that it has an action of. */
final class FieldsReader {

    private final Findings findings;
    private final Set<String> resources;
    private final Values values;
    private final Names names;

    private FieldsReader(Findings findings, Set<String> resources) {
        this.findings = findings;
        this.resources = resources;
        this.values = new Values(findings);
        this.names = new Names(findings);
    }

    /** Of the resources that these actions are about. */
    static FieldsReader of(Findings findings, Collection<String> granted) {
        Set<String> resources = new TreeSet<>();
        granted.forEach(action -> resources.add(resource(action)));
        return new FieldsReader(findings, resources);
    }

    FieldScope read(Node.Mapping body) {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        body.entries().forEach((resource, entry) -> {
            if (resources.contains(resource)) {
                fields.put(
                        resource,
                        values.several(entry.value(), names::field, "name at least one field, or take the action out"));
            } else if (!resources.isEmpty()) {
                findings.error(
                        entry.key(),
                        "none of the actions is about " + Quoted.of(resource),
                        () -> DidYouMean.among(resource, resources));
            }
        });
        return new FieldScope(fields);
    }

    private static String resource(String action) {
        return action.substring(0, Math.max(0, action.indexOf(':')));
    }
}
