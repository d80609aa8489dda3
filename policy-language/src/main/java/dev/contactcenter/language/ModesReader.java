package dev.contactcenter.language;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Signal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code modes}. */
final class ModesReader {

    private final Findings findings;
    private final Collection<String> actions;
    private final ConditionReader conditions;
    private final Values values;
    private final Names names;

    ModesReader(Findings findings, Collection<String> actions, ConditionReader conditions) {
        this.findings = findings;
        this.actions = actions;
        this.conditions = conditions;
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
        var fields = new Fields(body, findings, "roles", "groups", "when", "actions", "datasets");
        Set<String> roles = fields.require("roles", "roles: [contact-center-" + Quoted.shortened(name) + "]")
                .map(node -> values.several(
                        node, names::keycloakName, "name a realm role: without one nobody can have this mode"))
                .orElse(Set.of());
        Set<String> groups = fields.find("groups")
                .map(node -> values.several(
                        node, names::groupPath, "name a group, or leave the key out if the roles are enough"))
                .orElse(Set.of());
        Formula when = fields.find("when").map(this::condition).orElse(Formula.ALWAYS);
        Set<String> granted = fields.require("actions", "actions: [record:view]")
                .map(new Grants(findings, actions)::read)
                .orElse(Set.of());
        return new Mode(name, roles, groups, when, granted, new DataReader(findings).datasets(fields));
    }

    private Formula condition(Node node) {
        Formula when = conditions.read(node);
        Predicates.in(when).stream()
                .map(Predicates::attribute)
                .flatMap(Optional::stream)
                .filter(ModesReader::isSettledLater)
                .findFirst()
                .ifPresent(attribute -> findings.error(
                        node.place(),
                        "who may have a mode cannot depend on " + attribute.path()
                                + ", which is only looked at once a mode is settled",
                        "write a rule for this mode"));
        return when;
    }

    /** No step-up would help whoever is not eligible, and one mode can be asked for with many actions, or with none. */
    private static boolean isSettledLater(Attribute attribute) {
        return attribute.signal() == Signal.AUTH
                || attribute.signal() == Signal.ACTION
                || attribute.signal() == Signal.RESOURCE
                || attribute.signal() == Signal.MODE;
    }
}
