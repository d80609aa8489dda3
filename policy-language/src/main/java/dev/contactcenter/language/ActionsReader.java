package dev.contactcenter.language;

import dev.contactcenter.engine.policy.Action;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code actions}. */
final class ActionsReader {

    static final int HIGHEST_TIER = 3;

    private final Findings findings;
    private final Values values;
    private final Names names;

    ActionsReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
        this.names = new Names(findings);
    }

    Map<String, Action> read(Node.Mapping section) {
        Map<String, Action> actions = new LinkedHashMap<>();
        if (section.entries().isEmpty()) {
            findings.error(section.place(), "there is no action here", "write for example record:view: { tier: 0 }");
        }
        section.entries().forEach((name, entry) -> {
            if (names.isAction(name, entry.key())) {
                values.mapping(entry.value())
                        .flatMap(body -> action(name, body))
                        .ifPresent(action -> actions.put(name, action));
            }
        });
        return actions;
    }

    private Optional<Action> action(String name, Node.Mapping body) {
        var fields = new Fields(body, findings, "tier", "privileged", "audience", "description");
        fields.find("description").ifPresent(values::text);
        Optional<Integer> tier =
                fields.require("tier", "tier: 1").flatMap(node -> values.wholeNumber(node, 0, HIGHEST_TIER));
        boolean privileged = fields.find("privileged").flatMap(values::truth).orElse(false);
        Set<String> audience = fields.find("audience")
                .map(node -> values.several(
                        node, names::keycloakName, "leave the key out if any resource server may receive it"))
                .orElse(Set.of());
        return tier.map(level -> new Action(name, level, privileged, audience));
    }
}
