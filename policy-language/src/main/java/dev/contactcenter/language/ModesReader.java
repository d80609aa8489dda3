package dev.contactcenter.language;

import dev.contactcenter.engine.policy.Mode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the section {@code modes}. */
final class ModesReader {

    private final Findings findings;
    private final Collection<String> actions;
    private final Values values;
    private final Names names;

    ModesReader(Findings findings, Collection<String> actions) {
        this.findings = findings;
        this.actions = actions;
        this.values = new Values(findings);
        this.names = new Names(findings);
    }

    Map<String, Mode> read(Node.Mapping section) {
        Map<String, Mode> modes = new LinkedHashMap<>();
        section.entries().forEach((name, entry) -> {
            if (names.isMode(name, entry.key())) {
                values.mapping(entry.value()).ifPresent(body -> modes.put(name, mode(name, body)));
            }
        });
        return modes;
    }

    private Mode mode(String name, Node.Mapping body) {
        var fields = new Fields(body, findings, "roles", "actions", "datasets");
        Set<String> roles = fields.require("roles", "roles: [contact-center-" + Quoted.shortened(name) + "]")
                .map(node -> values.several(
                        node, names::keycloakName, "name a realm role: without one nobody can have this mode"))
                .orElse(Set.of());
        Set<String> granted = fields.require("actions", "actions: [record:view]")
                .map(new Grants(findings, actions)::read)
                .orElse(Set.of());
        return new Mode(name, roles, granted, new DataReader(findings).datasets(fields));
    }
}
